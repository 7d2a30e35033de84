import { Badge, Group, Paper, Text, Title } from '@mantine/core'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { readFragment } from '../../gql'
import type { ProgramCardFragment, RuleFragment } from '../../gql/graphql'
import { formatAmount } from '../../lib/amounts'
import { rule } from './fragments'
import { MakeDefault } from './MakeDefault'
import { ProgramDialog } from './ProgramDialog'

export const levelNames = ['', 'The partner who referred the customer', 'That partner’s parent', 'The parent’s parent']

const columns: Columns<RuleFragment> = [
  column('level', { label: 'Level', rowHeader: true }, ({ level }) => `${level} · ${levelNames[level]}`),
  column('sku', { label: 'SKU' }, ({ sku }) => sku ?? 'All others'),
  column('earns', { label: 'Earns', numeric: true }, ({ percent, amount }) =>
    percent == null ? `${formatAmount(amount!)} a unit` : `${formatAmount(percent)} % of the line`,
  ),
]

/** One program and its rules. */
export function Program({ program: { id, name, isDefault, rules: masked } }: { program: ProgramCardFragment }) {
  const rules = readFragment(rule, masked)
  const program = { id, name, isDefault, rules }
  return (
    <Paper component="section" aria-label={name} withBorder p="lg">
      <Group justify="space-between" mb="md" gap="sm">
        <div>
          <Group gap="xs">
            <Title order={2}>{name}</Title>
            {isDefault && <Badge variant="light">Default</Badge>}
          </Group>
          {isDefault && (
            <Text size="sm" c="dimmed">
              Holds for partners who have no program of their own.
            </Text>
          )}
        </div>
        <Group gap="xs">
          {!isDefault && <MakeDefault program={program} />}
          <ProgramDialog program={program} />
        </Group>
      </Group>
      {rules.length === 0 ? (
        <Text size="sm">It has no rules: orders under it earn nothing.</Text>
      ) : (
        <DataTable
          caption={`Rules of ${name}`}
          columns={columns}
          rows={[...rules]}
          rowId={({ level, sku }) => `${level} ${sku ?? ''}`}
        />
      )}
    </Paper>
  )
}

import { Anchor, Button, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { PlanFragment } from '../../../gql/graphql'
import { formatAmount } from '../../../lib/amounts'
import { Warning } from '../Warning'
import classes from './CreatePayments.module.css'
import { changedFigures, changedLines, type Change, type FigureName, type Line } from './changes'

/** What a person has looked at. */
export interface Seen {
  plan: PlanFragment
  lines: readonly Line[]
}

interface Props {
  before: Seen
  now: Seen
  /** The lines are all there are. */
  whole: boolean
  onLooked: () => void
}

/** The figures have changed since they were looked at: what they were, what they are. */
export function StaleNotice({ before, now, whole, onLooked }: Props) {
  const figures = changedFigures(before.plan, now.plan)
  const lines = changedLines(before.lines, now.lines, whole)
  const currency = now.plan.currencyCode
  return (
    <Warning title="The figures have changed; nothing was recorded" urgent>
      <Text size="sm">
        Something was recorded or voided since this preview was made. Look at the new figures; then process again.
      </Text>
      {figures.length + lines.length > 0 ? (
        <Table tabularNums mt="xs" mb="sm" verticalSpacing={4} maw={560} className={classes.changes} aria-label="What has changed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What</Table.Th>
              <Table.Th ta="end">Before</Table.Th>
              <Table.Th ta="end">Now</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map((change) => (
              <Row
                key={change.name}
                label={figureNames[change.name]}
                change={change}
                currency={change.name.endsWith('Count') ? undefined : currency}
              />
            ))}
            {lines.slice(0, 20).map((change) => (
              <Row key={change.id} label={change.name} change={change} currency={currency} />
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Text size="sm" my="sm">
          The sums are the same, but not who is paid how much; or another batch has paid some of these days meanwhile.{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/payments" {...props} />}>
            Look at the batches
          </Anchor>
        </Text>
      )}
      <Button variant="default" size="xs" onClick={onLooked}>
        I have looked at the new figures
      </Button>
    </Warning>
  )
}

const figureNames: Record<FigureName, string> = {
  paymentCount: 'Payments',
  total: 'Total',
  skippedCount: 'Skipped partners',
  exceedingCount: 'Payments above what is owed now',
  exceedingTotal: 'Above what is owed now, in all',
}

interface RowProps {
  label: string
  change: Change
  /** Left out for counts. */
  currency?: string
}

function Row({ label, change: { before, now }, currency }: RowProps) {
  const write = (figure: string | undefined) => (figure === undefined ? 'No payment' : formatAmount(figure, currency))
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {label}
      </Table.Th>
      <Table.Td ta="end">{write(before)}</Table.Td>
      <Table.Td ta="end">
        <b>{write(now)}</b>
      </Table.Td>
    </Table.Tr>
  )
}

import { Group } from '@mantine/core'
import { Amount } from '../../../components/Amount'
import { column, DataTable, type Columns } from '../../../components/DataTable'
import { Failure } from '../../../components/Failure'
import { StateBadge } from '../../../components/StateBadge'
import { Pager } from '../../../components/Pager'
import type { PlannedLineFragment } from '../../../gql/graphql'
import type { Period } from '../../../lib/days'
import { warningNames } from '../methods'
import { PartnerLink } from '../PartnerLink'
import { partSize } from '../usePages'
import type { Lines } from './usePlanned'

interface Props {
  lines: Lines
  currency: string
  period: Period
}

/** The payments that the batch would record, each with what a person should know before. */
export function PlannedLines({ lines, currency, period }: Props) {
  if (lines.error) return <Failure title="The payments cannot be shown" error={lines.error} onRetry={lines.retry} />
  return (
    <>
      <DataTable
        caption="Payments that would be recorded"
        columns={columns(currency, period)}
        rows={lines.rows}
        rowId={({ partner }) => partner.id}
        busy={lines.busy}
      />
      <Pager
        paging={lines.paging}
        pageSize={partSize}
        shown={lines.rows?.length ?? 0}
        total={lines.total}
        nouns={['payment', 'payments']}
      />
    </>
  )
}

function columns(currency: string, period: Period): Columns<PlannedLineFragment> {
  const amount = (id: 'owedNow' | 'amount' | 'owedAfter', label: string) =>
    column<PlannedLineFragment>(id, { label, numeric: true }, (row) => <Amount value={row[id]} currency={currency} />)
  return [
    column('partner', { label: 'Partner', rowHeader: true }, ({ partner, warnings }) => (
      <Group gap={6}>
        <PartnerLink partner={partner} currency={currency} period={period} />
        {warnings.map((warning) => (
          <StateBadge key={warning} color="orange">
            {warningNames[warning]}
          </StateBadge>
        ))}
      </Group>
    )),
    amount('owedNow', 'Owed now'),
    amount('amount', 'Payment'),
    amount('owedAfter', 'Owed after'),
  ]
}

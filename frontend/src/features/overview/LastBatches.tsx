import { Anchor, Group, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { BatchLink } from '../../components/links'
import { StateBadge } from '../../components/StateBadge'
import { Note } from '../../components/Nothing'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { LastBatchFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/amounts'
import { formatDay, formatPeriod } from '../../lib/days'

const lastBatches = graphql(`
  fragment LastBatches on PaymentBatchConnection {
    nodes {
      ...LastBatch
    }
  }
`)

const lastBatch = graphql(`
  fragment LastBatch on PaymentBatch {
    id
    batchId
    date
    period {
      start
      end
    }
    status
    currencyCode
    paymentCount
    total
  }
`)

const columns: Columns<LastBatchFragment> = [
  column('batch', { label: 'Batch', rowHeader: true }, ({ batchId, status }) => (
    <Group gap={6}>
      <BatchLink batchId={batchId} />
      {status === 'VOIDED' && <StateBadge>Voided</StateBadge>}
    </Group>
  )),
  column('date', { label: 'Paid on', whole: true }, ({ date }) => formatDay(date)),
  column('period', { label: 'For', whole: true }, ({ period }) => formatPeriod(period)),
  column('count', { label: 'Payments', numeric: true }, ({ paymentCount }) => formatCount(paymentCount)),
  column('currency', { label: 'Currency' }, ({ currencyCode }) => currencyCode),
  column('total', { label: 'Total', numeric: true }, ({ total, currencyCode }) => <Amount value={total} currency={currencyCode} />),
]

/** The payments that were recorded last. */
export function LastBatches({ batches }: { batches: FragmentType<typeof lastBatches> }) {
  const rows = readFragment(lastBatch, readFragment(lastBatches, batches).nodes)
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>Last batches</Title>
        <Anchor fz="sm" renderRoot={(props) => <Link to="/payments" {...props} />}>
          All payments
        </Anchor>
      </Group>
      {rows.length > 0 ? (
        <DataTable caption="Last batches" columns={columns} rows={[...rows]} rowId={({ id }) => id} />
      ) : (
        <Note>No batch was recorded yet. Search the report, then choose Actions, Create Referral Partner Payments.</Note>
      )}
    </section>
  )
}

import { Anchor, Group } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { Pager } from '../../components/Pager'
import { BatchLink } from '../../components/links'
import { StateBadge } from '../../components/StateBadge'
import { graphql, readFragment } from '../../gql'
import type { BatchRowFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/amounts'
import { formatDay, formatPeriod } from '../../lib/days'
import { usePaging } from '../../lib/paging'
import { query, useAnswer } from '../../lib/query'
import { methodNames, typeNames } from './methods'
import { OneOff } from './OneOff'
import { PaymentsNav } from './PaymentsNav'

const batchesQuery = graphql(`
  query Batches($first: Int!, $after: Cursor) {
    paymentBatches(first: $first, after: $after) {
      totalCount
      nodes {
        ...BatchRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const batchRow = graphql(`
  fragment BatchRow on PaymentBatch {
    id
    batchId
    date
    period {
      start
      end
    }
    method
    type
    status
    currencyCode
    paymentCount
    total
    createdBy
  }
`)

const columns: Columns<BatchRowFragment> = [
  column('batch', { label: 'Batch', rowHeader: true }, ({ batchId, status }) => (
    <Group gap={6}>
      <BatchLink batchId={batchId} />
      {status === 'VOIDED' && <StateBadge>Voided</StateBadge>}
    </Group>
  )),
  column('date', { label: 'Paid on', whole: true }, ({ date }) => formatDay(date)),
  column('period', { label: 'For', whole: true }, ({ period }) => formatPeriod(period)),
  column('method', { label: 'Method' }, ({ method }) => methodNames[method]),
  column('type', { label: 'Type', whole: true }, ({ type }) => typeNames[type]),
  column('by', { label: 'Recorded by', long: true }, ({ createdBy }) => createdBy),
  column('count', { label: 'Payments', numeric: true }, ({ paymentCount }) => formatCount(paymentCount)),
  column('currency', { label: 'Currency' }, ({ currencyCode }) => currencyCode),
  column('total', { label: 'Total', numeric: true }, ({ total, currencyCode }) => <Amount value={total} currency={currencyCode} />),
]

const route = getRouteApi('/payments')
const pageSize = 50

/** The payments that were recorded together, the newest first. */
export function Batches() {
  const search = route.useSearch()
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(batchesQuery, { first: pageSize, after: search.after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.paymentBatches
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(batchRow, page?.nodes)

  return (
    <>
      <PageHeader title="Payments" description="Batches of payments, the newest first." actions={<OneOff />} />
      <PaymentsNav />
      {error ? (
        <Failure title="The payments cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Nothing
          title="No batch was recorded yet"
          actions={
            <Anchor mt="xs" renderRoot={(props) => <Link to="/reports/ledgers" {...props} />}>
              Go to the report
            </Anchor>
          }
        >
          A batch records that every partner on a report was paid. Search for a report, then choose Actions, Create Referral
          Partner Payments.
        </Nothing>
      ) : (
        <>
          <DataTable caption="Payment batches" columns={columns} rows={rows} rowId={({ id }) => id} busy={!!data && isFetching} />
          <Pager paging={paging} pageSize={pageSize} shown={rows?.length ?? 0} total={page?.totalCount} nouns={['batch', 'batches']} />
        </>
      )}
    </>
  )
}

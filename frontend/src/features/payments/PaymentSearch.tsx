import { Paper } from '@mantine/core'
import { keepPreviousData, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Amount } from '../../components/Amount'
import { DataTable } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Figure, Figures } from '../../components/Figures'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { Pager } from '../../components/Pager'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment } from '../../gql'
import { formatCount } from '../../lib/amounts'
import { usePaging } from '../../lib/paging'
import { query, useAnswer } from '../../lib/query'
import { OneOff } from './OneOff'
import { foundColumns, paymentRow } from './paymentColumns'
import { PaymentsNav } from './PaymentsNav'
import { paymentCriteria, type Criteria } from './search'
import { SearchForm } from './SearchForm'

const paymentsQuery = graphql(`
  query Payments($criteria: PaymentCriteria!, $first: Int!, $after: Cursor) {
    payments(criteria: $criteria, first: $first, after: $after) {
      totalCount
      totalAmount
      nodes {
        ...PaymentRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const route = getRouteApi('/payments/search')
const pageSize = 50

/** The payment search: batch and one-off payments, the newest first. */
export function PaymentSearch() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  const { refusal } = useAccess()
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(paymentsQuery, { criteria: paymentCriteria(search), first: pageSize, after: search.after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.payments
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(paymentRow, page?.nodes)
  const currency = rows?.[0]?.currencyCode

  const find = (criteria: Criteria) => {
    // Asked for again, the same payments are read again.
    void queryClient.invalidateQueries()
    void navigate({ search: criteria, state: {} })
  }
  return (
    <>
      <PageHeader title="Payments" description="Every payment, the newest first." actions={<OneOff />} />
      <PaymentsNav />
      <SearchForm criteria={search} onSearch={find} />
      {error ? (
        <Failure title="The payments cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Nothing title="No payment matches">
          Ask for less above. A batch is recorded from the report, by Actions, Create Referral Partner Payments.
        </Nothing>
      ) : (
        <>
          <Paper component="section" withBorder p="md" mb="md" aria-label="Found" data-stale={isPlaceholderData || undefined}>
            <Figures>
              <Figure label="Payments" large>
                {page ? formatCount(page.totalCount) : '…'}
              </Figure>
              <Figure label={`Not voided${currency ? `, in ${currency}` : ''}`} large>
                {page ? <Amount value={page.totalAmount} currency={currency} /> : '…'}
              </Figure>
            </Figures>
          </Paper>
          <DataTable
            caption="Payments"
            columns={foundColumns(!refusal)}
            rows={rows}
            rowId={({ id }) => id}
            busy={!!data && isFetching}
          />
          <Pager
            paging={paging}
            pageSize={pageSize}
            shown={rows?.length ?? 0}
            total={page?.totalCount}
            nouns={['payment', 'payments']}
          />
        </>
      )}
    </>
  )
}

import { Button } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { DataTable } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { Pager } from '../../components/Pager'
import { PeriodForm } from '../../components/PeriodForm'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment } from '../../gql'
import type { Period } from '../../lib/days'
import { usePaging } from '../../lib/paging'
import { allTime } from '../../lib/periods'
import { query, useAnswer } from '../../lib/query'
import { ownColumns, ownPayment } from './ownPaymentColumns'

const paymentsQuery = graphql(`
  query OwnPayments($period: DateRangeInput, $first: Int!, $after: Cursor) {
    viewer {
      partner {
        currencyCode
        payments(period: $period, first: $first, after: $after) {
          totalCount
          nodes {
            ...OwnPayment
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`)

const route = getRouteApi('/portal/payments')
const pageSize = 50

/** All that a partner was paid, in batches and one-off. */
export function OwnPayments() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { start, end, after } = search
  const period = start && end ? { start, end } : undefined
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(paymentsQuery, { period, first: pageSize, after }),
    placeholderData: keepPreviousData,
  })
  const everything = allTime(useAccess().today)
  // A payment may be dated ahead: all time has no end.
  const show = (chosen: Period) =>
    void navigate({ search: chosen.start === everything.start && chosen.end === everything.end ? {} : chosen, state: {} })
  const partner = data?.viewer.partner
  const page = partner?.payments
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(ownPayment, page?.nodes)
  const shown = period ?? everything

  return (
    <>
      <PageHeader
        title="Payments"
        description={`What you were paid, the newest first${partner ? `, in ${partner.currencyCode}` : ''}`}
      />
      <PeriodForm key={`${shown.start} ${shown.end}`} label="Days of payment" period={shown} onShow={show} />
      {error ? (
        <Failure title="The payments cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Nothing
          title={period ? 'You were not paid in these days' : 'You were not paid yet'}
          actions={
            period && (
              <Button mt="xs" variant="default" onClick={() => show(everything)}>
                Show all payments
              </Button>
            )
          }
        >
          What is owed to you stands on the overview.
        </Nothing>
      ) : (
        <>
          <DataTable caption="Payments" columns={ownColumns} rows={rows} rowId={({ id }) => id} busy={!!data && isFetching} />
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

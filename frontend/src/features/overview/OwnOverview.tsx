import { Stack } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import { query, useAnswer } from '../../lib/query'
import { Figure, FigureRow } from './Figures'
import { hasMoved, ownLastMoved } from './lastMoved'
import { MonthField } from './MonthField'
import { Months } from './Months'
import { firstDay, formatMonth, monthOf, yearUntil, type Month } from '../../lib/months'
import { Loading, Quiet } from './Quiet'

const overviewQuery = graphql(`
  query OwnOverview($year: DateRangeInput!, $until: Date!) {
    viewer {
      partner {
        ledger(period: $year) {
          currencyCode
          owedNow
          commissionsEarned
          clawbacks
          adjustments
          payments
        }
        ledgerMonths(last: 12, until: $until) {
          totals {
            commissionsEarned
            clawbacks
            adjustments
            payments
          }
          ...MonthFigures
        }
      }
    }
  }
`)

const route = getRouteApi('/portal')

/** Where a partner stands: what is owed, what moved in twelve months, and the last payments. */
export function OwnOverview({ payments }: { payments: ReactNode }) {
  const { until } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (chosen?: Month) => void navigate({ search: { until: chosen }, resetScroll: false })
  const today = useAccess().business?.today ?? ''
  const found = useAnswer({ ...ownLastMoved(today), enabled: today !== '' && until === undefined })
  const month = until ?? (found.data === null ? monthOf(today) : found.data)
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(overviewQuery, { year: yearUntil(month ?? '2000-01'), until: firstDay(month ?? '2000-01') }),
    enabled: month !== undefined,
    placeholderData: keepPreviousData,
  })
  const failed = error ?? found.error
  const partner = data?.viewer.partner
  const nothingYet = found.data === null && until === undefined

  return (
    <>
      <PageHeader
        title="Overview"
        description={month && `The twelve months until ${formatMonth(month)}${partner ? `, in ${partner.ledger.currencyCode}` : ''}`}
        actions={month && <MonthField month={month} latest={monthOf(today)} onChange={show} />}
      />
      {failed ? (
        <Failure title="The overview cannot be shown" error={failed} onRetry={() => void (error ? refetch() : found.refetch())} />
      ) : !partner || !month ? (
        <Loading />
      ) : (
        <Stack gap="xl" aria-busy={isFetching} data-stale={isPlaceholderData || undefined}>
          <FigureRow moved={partner.ledger} currency={partner.ledger.currencyCode}>
            <Figure
              label="Owed to you now"
              note="All entries of your ledger"
              value={partner.ledger.owedNow}
              currency={partner.ledger.currencyCode}
            />
          </FigureRow>
          {nothingYet ? (
            <Nothing title="There is nothing in your ledger yet">Orders that you refer earn commissions, which appear here.</Nothing>
          ) : partner.ledgerMonths.some(hasMoved) ? (
            <Months months={partner.ledgerMonths} />
          ) : (
            <Quiet month={month} onLatest={() => show()} />
          )}
          {payments}
        </Stack>
      )}
    </>
  )
}

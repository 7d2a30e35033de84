import { Anchor, Group, SimpleGrid, Stack } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import { query, useAnswer } from '../../lib/query'
import { Figures } from './Figures'
import { hasMoved, lastMoved } from './lastMoved'
import { LastBatches } from './LastBatches'
import { MonthField } from './MonthField'
import { Months } from './Months'
import { firstDay, formatMonth, monthOf, yearUntil, type Month } from '../../lib/months'
import { NegativeBalances } from './NegativeBalances'
import { Loading, Quiet } from './Quiet'
import { TopPartners } from './TopPartners'

const overviewQuery = graphql(`
  query Overview($ever: LedgerCriteria!, $year: LedgerCriteria!, $until: Date!, $currency: CurrencyCode) {
    now: referralPartnerLedgers(criteria: $ever, orderBy: { field: ENDING_BALANCE, direction: ASC }, first: 5) {
      totals {
        ...OwedNow
      }
      ...NegativeBalances
    }
    year: referralPartnerLedgers(criteria: $year, orderBy: { field: COMMISSIONS, direction: DESC }, first: 5) {
      totals {
        ...YearFigures
      }
      ...TopPartners
    }
    ledgerMonths(last: 12, until: $until, currencyCode: $currency) {
      totals {
        currencyCode
        commissionsEarned
        clawbacks
        adjustments
        payments
      }
      ...MonthFigures
    }
    paymentBatches(first: 5) {
      ...LastBatches
    }
  }
`)

const route = getRouteApi('/')
/** Whatever its date: an entry may be dated ahead. */
const ever = { start: '1900-01-01', end: '9999-12-31' }

/** Where the business stands with its partners. */
export function Overview() {
  const { until, currency } = route.useSearch()
  const { business } = useAccess()
  const today = business?.today ?? ''
  const found = useAnswer({ ...lastMoved(today, currency), enabled: today !== '' && until === undefined })
  const month = until ?? (found.data === null ? monthOf(today) : found.data)
  const year = yearUntil(month ?? monthOf(today || '2000-01-01'))
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(overviewQuery, {
      ever: { period: ever, currencyCode: currency },
      year: { period: year, currencyCode: currency },
      until: firstDay(month ?? '2000-01'),
      currency,
    }),
    enabled: month !== undefined,
    placeholderData: keepPreviousData,
  })
  const navigate = route.useNavigate()
  const show = (chosen?: Month) => void navigate({ search: (old) => ({ ...old, until: chosen }), resetScroll: false })
  const failed = error ?? found.error
  const code = data?.ledgerMonths[0]?.totals.currencyCode

  return (
    <>
      <PageHeader
        title="Overview"
        description={month && `The twelve months until ${formatMonth(month)}${code ? `, in ${code}` : ''}`}
        actions={month && <MonthField month={month} latest={monthOf(today)} onChange={show} />}
      />
      {failed ? (
        <Failure title="The overview cannot be shown" error={failed} onRetry={() => void (error ? refetch() : found.refetch())} />
      ) : !data || !month ? (
        <Loading />
      ) : (
        <Stack gap="xl" aria-busy={isFetching} data-stale={isPlaceholderData || undefined}>
          {found.data === null && !until && <Begin />}
          <Figures now={data.now.totals} year={data.year.totals} />
          {data.ledgerMonths.some(hasMoved) ? (
            <Months months={data.ledgerMonths} />
          ) : (
            (found.data !== null || until) && <Quiet month={month} onLatest={() => show()} />
          )}
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
            <TopPartners report={data.year} period={year} />
            <NegativeBalances report={data.now} />
          </SimpleGrid>
          <LastBatches batches={data.paymentBatches} />
        </Stack>
      )}
    </>
  )
}

function Begin() {
  return (
    <Nothing
      title="There is nothing in the ledgers yet"
      actions={
        <Group mt="xs" gap="lg">
          <Anchor renderRoot={(props) => <Link to="/import" {...props} />}>Import files</Anchor>
          <Anchor renderRoot={(props) => <Link to="/partners" {...props} />}>Add a partner</Anchor>
        </Group>
      }
    >
      Import partners, then the orders that they referred: commissions follow by the rules of the program.
    </Nothing>
  )
}

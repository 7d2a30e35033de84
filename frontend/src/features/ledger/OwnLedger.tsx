import { Button } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Failure } from '../../components/Failure'
import { PageHeader } from '../../components/PageHeader'
import { PeriodForm } from '../../components/PeriodForm'
import { graphql } from '../../gql'
import { formatPeriod } from '../../lib/days'
import { query, useAnswer } from '../../lib/query'
import { Balances } from './Balances'
import { Entries, pageSize } from './Entries'
import classes from './Ledger.module.css'
import { Summary } from './Summary'

const ledgerQuery = graphql(`
  query OwnLedger($period: DateRangeInput!, $first: Int!, $after: Cursor) {
    viewer {
      partner {
        ledger(period: $period) {
          currencyCode
          ...Summary
          ...Entries
        }
      }
    }
  }
`)

const balancesQuery = graphql(`
  query OwnBalances($period: DateRangeInput!) {
    viewer {
      partner {
        ledger(period: $period) {
          ...Balances
        }
      }
    }
  }
`)

const route = getRouteApi('/portal/ledger')

/** A partner's own ledger over a period. */
export function OwnLedger() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { start, end, after } = search
  const period = { start, end }
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(ledgerQuery, { period, first: pageSize, after }),
    placeholderData: keepPreviousData,
  })
  const history = useAnswer(query(balancesQuery, { period }))
  const ledger = data?.viewer.partner?.ledger

  if (error) return <Failure title="The ledger cannot be shown" error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader
        title="Ledger"
        description={`Your ledger of ${formatPeriod(period)}${ledger ? `, in ${ledger.currencyCode}` : ''}`}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/portal/statement" search={period} {...props} />}>
            Print a statement
          </Button>
        }
      />
      {/* Back and forward bring other days. */}
      <PeriodForm
        key={`${start} ${end}`}
        label="Period of the ledger"
        period={period}
        onShow={(chosen) => void navigate({ search: chosen, state: {} })}
      />
      <div className={classes.figures}>
        <Summary ledger={ledger} stale={isPlaceholderData} />
        <Balances ledger={history.data?.viewer.partner?.ledger} period={period} loading={history.isPending} failed={!!history.error} />
      </div>
      <Entries ledger={ledger} search={search} busy={!!data && isFetching} />
    </>
  )
}

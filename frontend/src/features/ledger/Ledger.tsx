import { Anchor, Button, Group } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { PeriodForm } from '../../components/PeriodForm'
import { graphql } from '../../gql'
import { PreviousIcon } from '../../components/icons'
import { formatPeriod, type Period } from '../../lib/days'
import { query, useAnswer } from '../../lib/query'
import { Balances } from './Balances'
import { Entries, pageSize } from './Entries'
import classes from './Ledger.module.css'
import { Summary } from './Summary'

const ledgerQuery = graphql(`
  query Ledger($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode, $first: Int!, $after: Cursor) {
    referralPartner(id: $id) {
      code
      name
      ledger(period: $period, currencyCode: $currency) {
        currencyCode
        ...Summary
        ...Entries
      }
    }
  }
`)

const balancesQuery = graphql(`
  query LedgerBalances($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode) {
    referralPartner(id: $id) {
      ledger(period: $period, currencyCode: $currency) {
        ...Balances
      }
    }
  }
`)

const route = getRouteApi('/ledgers/$partnerId')

/** One partner's ledger over a period. */
export function Ledger() {
  const { partnerId } = route.useParams()
  const search = route.useSearch()
  const { start, end, currency, after } = search
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(ledgerQuery, { id: partnerId, period: { start, end }, currency, first: pageSize, after }),
    placeholderData: keepPreviousData,
  })
  const partner = data?.referralPartner
  const history = useAnswer(query(balancesQuery, { id: partnerId, period: { start, end }, currency }))
  const navigate = route.useNavigate()
  const show = (period: Period) => void navigate({ search: { ...period, currency }, state: {} })

  if (error) return <Failure title="The ledger cannot be shown" error={error} onRetry={() => void refetch()} />
  if (partner === null) {
    return (
      <>
        <PageHeader title="No such partner" />
        <Nothing title="There is no partner of this number">Look the partner up in the report.</Nothing>
      </>
    )
  }
  return (
    <>
      <Anchor renderRoot={(props) => <Link to="/reports/ledgers" search={{ start, end, currency }} {...props} />}>
        <Group gap={4} mb={4} fz="sm" component="span" display="inline-flex">
          <PreviousIcon />
          The report of these days
        </Group>
      </Anchor>
      <PageHeader
        title={partner ? `${partner.name} (${partner.code})` : 'Ledger'}
        description={`Ledger of ${formatPeriod({ start, end })}${partner ? `, in ${partner.ledger.currencyCode}` : ''}`}
        actions={
          <>
            {partner && (
              <Button
                variant="default"
                renderRoot={(props) => (
                  <Link to="/reports/print" search={{ start, end, currency, partner: partnerId, layout: 'partners' }} {...props} />
                )}
              >
                Print this ledger
              </Button>
            )}
            <Button variant="default" renderRoot={(props) => <Link to="/partners/$partnerId" params={{ partnerId }} {...props} />}>
              Show the partner
            </Button>
          </>
        }
      />
      {/* Back and forward bring other days. */}
      <PeriodForm key={`${start} ${end}`} label="Period of the ledger" period={{ start, end }} onShow={show} />
      <div className={classes.figures}>
        <Summary ledger={partner?.ledger} stale={isPlaceholderData} />
        <Balances ledger={history.data?.referralPartner?.ledger} period={{ start, end }} loading={history.isPending} failed={!!history.error} />
      </div>
      <Entries ledger={partner?.ledger} search={search} busy={!!data && isFetching} linked />
    </>
  )
}

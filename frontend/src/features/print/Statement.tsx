import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Failure } from '../../components/Failure'
import { PageHeader } from '../../components/PageHeader'
import { PeriodForm } from '../../components/PeriodForm'
import { formatDay, formatPeriod } from '../../lib/days'
import { EntriesSheet } from './EntriesSheet'
import { loadStatement, type PrintedStatement } from './load'
import classes from './Print.module.css'
import { SheetHead } from './SheetHead'

const route = getRouteApi('/portal/statement')

/** A partner's own ledger on paper. */
export function Statement() {
  const period = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: ['statement', period],
    queryFn: ({ signal }) => loadStatement(period, { signal }),
    // So much is kept no longer than it is looked at.
    gcTime: 0,
  })
  return (
    <>
      <div className={classes.screen}>
        <PageHeader
          title="Statement"
          description="As it will be on paper, or in a PDF. The browser adds the page numbers."
          actions={
            <Button disabled={!data || !!error} onClick={() => window.print()}>
              Print
            </Button>
          }
        />
        <PeriodForm
          key={`${period.start} ${period.end}`}
          label="Period of the statement"
          period={period}
          onShow={(chosen) => void navigate({ search: chosen })}
        />
        {error && <Failure title="The statement cannot be printed" error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton height={420} />}
      </div>
      {data && !error && <Sheet {...data} period={period} />}
    </>
  )
}

function Sheet({ business, period, ...printed }: PrintedStatement & { period: { start: string; end: string } }) {
  return (
    <section className={classes.sheet}>
      <SheetHead
        company={business.name}
        title="Statement of your ledger"
        facts={[
          ['Period', formatPeriod(period)],
          ['Time zone', business.timeZone],
          ['Currency', printed.ledger.currencyCode],
          ['Printed on', formatDay(business.today)],
        ]}
      />
      <EntriesSheet {...printed} />
    </section>
  )
}

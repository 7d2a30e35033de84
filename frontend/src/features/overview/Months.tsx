import { Group, Paper, SegmentedControl, Skeleton, Title, VisuallyHidden } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { MonthFiguresFragment } from '../../gql/graphql'
import { formatMonth, monthOf } from '../../lib/months'

const monthFigures = graphql(`
  fragment MonthFigures on LedgerMonth {
    period {
      start
    }
    totals {
      currencyCode
      commissionsEarned
      clawbacks
      adjustments
      payments
      endingBalance
    }
  }
`)

// The charts are a library of their own, larger than the page.
const Chart = lazy(async () => ({ default: (await import('./MonthsChart')).MonthsChart }))

type Field = 'commissionsEarned' | 'clawbacks' | 'adjustments' | 'payments' | 'endingBalance'

const amount = (field: Field, label: string) =>
  column<MonthFiguresFragment>(field, { label, numeric: true }, ({ totals }) => (
    <Amount value={totals[field]} currency={totals.currencyCode} />
  ))

const columns: Columns<MonthFiguresFragment> = [
  column('month', { label: 'Month', rowHeader: true }, ({ period }) => formatMonth(monthOf(period.start))),
  amount('commissionsEarned', 'Earned'),
  amount('clawbacks', 'Clawed back'),
  amount('adjustments', 'Adjusted'),
  amount('payments', 'Paid'),
  amount('endingBalance', 'Owed at the end'),
]

/** Earned, clawed back and paid by month: as a chart, or as the table that a screen reader has in any case. */
export function Months({ months }: { months: readonly FragmentType<typeof monthFigures>[] }) {
  const [view, setView] = useState('chart')
  const rows = readFragment(monthFigures, months)
  const table = (
    <DataTable caption="Earned, clawed back and paid by month" columns={columns} rows={[...rows]} rowId={({ period }) => period.start} />
  )
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>By month</Title>
        <SegmentedControl aria-label="Shown as" size="xs" data={[{ value: 'chart', label: 'Chart' }, { value: 'table', label: 'Table' }]} value={view} onChange={setView} />
      </Group>
      {view === 'table' ? (
        table
      ) : (
        <>
          <Paper withBorder p={{ base: 'xs', sm: 'md' }}>
            <Suspense fallback={<Skeleton height={300} />}>
              <Chart
                months={rows.map(({ period, totals }) => ({
                  month: monthOf(period.start),
                  currency: totals.currencyCode,
                  earned: totals.commissionsEarned,
                  clawedBack: totals.clawbacks,
                  paid: totals.payments,
                }))}
              />
            </Suspense>
          </Paper>
          <VisuallyHidden>{table}</VisuallyHidden>
        </>
      )}
    </section>
  )
}

import { Anchor, Button, Group, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Amount } from '../../components/Amount'
import { DataTable, type Order } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { Pager } from '../../components/Pager'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment } from '../../gql'
import type { LedgerOrderField, ReportTotalsFragment } from '../../gql/graphql'
import { isZero } from '../../lib/amounts'
import { usePaging } from '../../lib/paging'
import { allTime } from '../../lib/periods'
import { columns, reportRow } from './columns'
import { ledgerOrder, pageSizes, usualPageSize, type ReportSearch } from './search'
import type { ReportData } from './useReport'

const reportTotals = graphql(`
  fragment ReportTotals on LedgerTotals {
    currencyCode
    beginningBalance
    commissions
    adjustments
    payments
    endingBalance
  }
`)

const route = getRouteApi('/reports/ledgers')

interface Props {
  report: ReportData
  search: ReportSearch
}

export function ReportTable({ report, search }: Props) {
  const navigate = route.useNavigate()
  const paging = usePaging(search, report.rows?.pageInfo, report.stale)
  const rows = readFragment(reportRow, report.rows?.nodes)
  const totals = readFragment(reportTotals, report.totals?.totals)

  // Net, adjustments may add up to nothing and still be there.
  const adjusted = [totals, ...(rows ?? [])].some((figures) => figures && !isZero(figures.adjustments))
  const shown = useMemo(() => columns(search, adjusted), [search, adjusted])

  const order = (by: Order<LedgerOrderField>) =>
    void navigate({
      search: (old) => ({ ...old, order: by.field, direction: by.direction, after: undefined, page: undefined }),
      state: {},
      resetScroll: false,
    })
  const resize = (size: number) =>
    void navigate({
      search: (old) => ({ ...old, size: size === usualPageSize ? undefined : size, after: undefined, page: undefined }),
      state: {},
      resetScroll: false,
    })
  const { field, direction } = ledgerOrder(search)
  // Those of other criteria would be taken for these.
  const total = (name: Exclude<keyof ReportTotalsFragment, 'currencyCode' | ' $fragmentName'>) =>
    totals ? <Amount value={totals[name]} currency={totals.currencyCode} /> : '…'

  if (report.error) return <Failure title="The report cannot be shown" error={report.error} onRetry={report.retry} />
  if (rows?.length === 0) return <NoRows search={search} />
  return (
    <>
      {totals && isQuiet(totals) && <QuietPeriod search={search} />}
      <DataTable
        caption={`Referral partner ledgers, amounts in ${totals?.currencyCode ?? 'one currency'}`}
        columns={shown}
        rows={rows}
        rowId={({ partner }) => partner.id}
        busy={report.busy}
        order={{ field, direction }}
        onOrder={order}
        totals={
          rows
            ? {
                partner: totals ? `Total in ${totals.currencyCode}` : 'Total',
                beginningBalance: total('beginningBalance'),
                commissions: total('commissions'),
                adjustments: total('adjustments'),
                payments: total('payments'),
                endingBalance: total('endingBalance'),
              }
            : undefined
        }
      />
      <Pager
        paging={paging}
        pageSize={report.pageSize}
        pageSizes={pageSizes}
        onPageSize={resize}
        shown={rows?.length ?? 0}
        total={report.totals?.totalCount}
        nouns={['partner', 'partners']}
      />
    </>
  )
}

function isQuiet(totals: ReportTotalsFragment): boolean {
  return isZero(totals.commissions) && isZero(totals.adjustments) && isZero(totals.payments)
}

function QuietPeriod({ search }: { search: ReportSearch }) {
  const showAll = useAllTime(search)
  return (
    <Text size="sm" c="dimmed" mb="sm">
      Nothing was earned or paid in these days.{' '}
      <Anchor component="button" onClick={showAll}>
        Look at all time
      </Anchor>
    </Text>
  )
}

/** The way to the same report, from its first page, over all that there is. */
function useAllTime(search: ReportSearch) {
  const navigate = route.useNavigate()
  const { today } = useAccess()
  return () => void navigate({ search: { ...search, ...allTime(today), after: undefined, page: undefined }, state: {} })
}

function NoRows({ search }: { search: ReportSearch }) {
  const navigate = route.useNavigate()
  const showAll = useAllTime(search)
  const { start, end } = search
  return (
    <Nothing
      title="No partner matches these criteria"
      actions={
        <Group gap="xs" mt="xs" justify="center">
          <Button variant="default" onClick={() => void navigate({ search: { start, end } })}>
            Show all partners
          </Button>
          <Button variant="default" onClick={showAll}>
            Look at all time
          </Button>
        </Group>
      }
    >
      A report has the partners who are paid in its currency or have entries in it. Ask for less above, or start anew.
    </Nothing>
  )
}

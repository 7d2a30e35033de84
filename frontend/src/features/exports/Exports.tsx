import { Anchor } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { Pager } from '../../components/Pager'
import { graphql, readFragment } from '../../gql'
import type { ExportRowFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/amounts'
import { formatInstant, formatPeriod } from '../../lib/days'
import { notify } from '../../lib/notify'
import { usePaging } from '../../lib/paging'
import { query, useAnswer } from '../../lib/query'
import { saveFile } from '../../lib/saveFile'
import { sameSession } from '../../lib/session'
import { sentence } from '../../lib/userErrors'
import { criteriaInWords } from './criteria'

const exportsQuery = graphql(`
  query Exports($first: Int!, $after: Cursor) {
    ledgerExports(first: $first, after: $after) {
      totalCount
      nodes {
        ...ExportRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const exportRow = graphql(`
  fragment ExportRow on LedgerExport {
    id
    fileName
    period {
      start
      end
    }
    currencyCode
    criteria
    rowCount
    totals {
      endingBalance
    }
    createdAt
    createdBy
    downloadUrl
  }
`)

const columns: Columns<ExportRowFragment> = [
  column('period', { label: 'Period', rowHeader: true, whole: true }, ({ period }) => formatPeriod(period)),
  column('made', { label: 'Made', whole: true }, ({ createdAt }) => formatInstant(createdAt)),
  column('by', { label: 'By', long: true }, ({ createdBy }) => createdBy),
  column('criteria', { label: 'Criteria' }, ({ criteria }) => criteriaInWords(criteria)),
  column('rows', { label: 'Partners', numeric: true }, ({ rowCount }) => formatCount(rowCount)),
  column('currency', { label: 'Currency' }, ({ currencyCode }) => currencyCode),
  column('endingBalance', { label: 'Ending balance', numeric: true }, ({ totals, currencyCode }) => (
    <Amount value={totals.endingBalance} currency={currencyCode} />
  )),
  column('file', { label: 'File' }, (row) => (
    <Anchor component="button" type="button" aria-label={`Download ${row.fileName}`} title={row.fileName} onClick={() => void save(row)}>
      Download
    </Anchor>
  )),
  column('pay', { label: 'Payments' }, ({ id, fileName }) => (
    <Anchor renderRoot={(props) => <Link to="/payments/new" search={{ exportId: id }} aria-label={`Pay from this export: ${fileName}`} {...props} />}>
      Pay from this export
    </Anchor>
  )),
]

const route = getRouteApi('/reports/exports')
const pageSize = 50

/** The files that were made of the report, the newest first. */
export function Exports() {
  const search = route.useSearch()
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(exportsQuery, { first: pageSize, after: search.after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.ledgerExports
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(exportRow, page?.nodes)

  return (
    <>
      <PageHeader title="Exports" description="Reports that were frozen as files. A file never changes." />
      {error ? (
        <Failure title="The exports cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Nothing
          title="Nothing was exported yet"
          actions={
            <Anchor mt="xs" renderRoot={(props) => <Link to="/reports/ledgers" {...props} />}>
              Go to the report
            </Anchor>
          }
        >
          Search for a report, then choose Actions, Export.
        </Nothing>
      ) : (
        <>
          <DataTable caption="Exports" columns={columns} rows={rows} rowId={({ id }) => id} busy={!!data && isFetching} />
          <Pager paging={paging} pageSize={pageSize} shown={rows?.length ?? 0} total={page?.totalCount} nouns={['export', 'exports']} />
        </>
      )}
    </>
  )
}

async function save(row: ExportRowFragment) {
  const same = sameSession()
  try {
    await saveFile(row)
  } catch (error) {
    if (same()) void notify({ color: 'red', title: 'Not saved', message: sentence((error as Error).message), autoClose: false })
  }
}

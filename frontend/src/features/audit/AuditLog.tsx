import { Button } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { DataTable } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { Pager } from '../../components/Pager'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment } from '../../gql'
import type { AuditRowFragment } from '../../gql/graphql'
import { formatInstantIn } from '../../lib/days'
import { usePaging } from '../../lib/paging'
import { query } from '../../lib/query'
import { actionNames } from './actions'
import { auditRow, columnsIn } from './columns'
import { Details } from './Details'
import { DownloadLog } from './DownloadLog'
import { auditCriteria, type Criteria } from './search'
import { SearchForm } from './SearchForm'

const auditQuery = graphql(`
  query AuditLog($criteria: AuditCriteria!, $first: Int!, $after: Cursor) {
    auditLog(criteria: $criteria, first: $first, after: $after) {
      totalCount
      nodes {
        ...AuditRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const route = getRouteApi('/admin/audit-log')
const pageSize = 50

/** Who did what, the newest first. */
export function AuditLog() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  const timeZone = useAccess().business?.timeZone ?? 'UTC'
  const columns = useMemo(() => columnsIn(timeZone), [timeZone])
  const details = useMemo(() => detailsIn(timeZone), [timeZone])
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...query(auditQuery, { criteria: auditCriteria(search), first: pageSize, after: search.after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.auditLog
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(auditRow, page?.nodes)

  const find = (criteria: Criteria) => {
    // Asked for again, the same events are read again, and what has happened since.
    void queryClient.invalidateQueries()
    void navigate({ search: criteria, state: {} })
  }
  return (
    <>
      <PageHeader
        title="Audit log"
        description={`Who did what, the newest first. The times are those of ${timeZone.replaceAll('_', ' ')}.`}
        actions={<DownloadLog criteria={search} />}
      />
      <SearchForm criteria={search} busy={!!data && isFetching} onSearch={find} />
      {error ? (
        <Failure title="The audit log cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Nothing
          title="Nothing of this was done"
          actions={
            <Button variant="default" mt="xs" onClick={() => find({})}>
              Show the whole log
            </Button>
          }
        >
          Ask for less above. The search looks into who did it, what it was about, and from which address.
        </Nothing>
      ) : (
        <>
          <DataTable caption="Audit log" columns={columns} rows={rows} rowId={({ id }) => id} busy={!!data && isFetching} details={details} />
          <Pager paging={paging} pageSize={pageSize} shown={rows?.length ?? 0} total={page?.totalCount} nouns={['event', 'events']} />
        </>
      )}
    </>
  )
}

function detailsIn(timeZone: string) {
  return {
    label: ({ action, at }: AuditRowFragment) => `Details: ${actionNames[action]}, ${formatInstantIn(timeZone, at)}`,
    show: (event: AuditRowFragment) => <Details event={event} />,
  }
}

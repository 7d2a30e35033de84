import { Button, Group } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { DataTable } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { Pager } from '../../components/Pager'
import { graphql, readFragment } from '../../gql'
import { usePaging } from '../../lib/paging'
import { query, useAnswer } from '../../lib/query'
import { columns, partnerRow } from './columns'
import { NewPartner } from './NewPartner'
import { SearchForm } from './SearchForm'
import type { PartnersSearch } from './search'

const partnersQuery = graphql(`
  query Partners($search: String, $status: PartnerStatus, $first: Int!, $after: Cursor) {
    referralPartners(search: $search, status: $status, first: $first, after: $after) {
      totalCount
      nodes {
        ...PartnerRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const route = getRouteApi('/partners')
const pageSize = 50

/** Everybody who is paid for referring customers. */
export function Partners() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { after, ...criteria } = search
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(partnersQuery, { search: criteria.search, status: criteria.status, first: pageSize, after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.referralPartners
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(partnerRow, page?.nodes)
  const find = (wanted: PartnersSearch) => void navigate({ search: wanted, state: {} })

  return (
    <>
      <PageHeader title="Partners" description="Who is paid for referring customers." actions={<NewPartner />} />
      <SearchForm search={search} onSearch={find} />
      {error ? (
        <Failure title="The partners cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <NoPartners search={search} onSearch={find} />
      ) : (
        <>
          <DataTable caption="Partners" columns={columns} rows={rows} rowId={({ id }) => id} busy={!!data && isFetching} />
          <Pager
            paging={paging}
            pageSize={pageSize}
            shown={rows?.length ?? 0}
            total={page?.totalCount}
            nouns={['partner', 'partners']}
          />
        </>
      )}
    </>
  )
}

function NoPartners({ search, onSearch }: { search: PartnersSearch; onSearch: (search: PartnersSearch) => void }) {
  if (!search.search && !search.status) {
    return <Nothing title="There are no partners yet">Add one with New partner, or import a file of them.</Nothing>
  }
  return (
    <Nothing
      title="No partner matches"
      actions={
        <Group mt="xs">
          <Button variant="default" onClick={() => onSearch({})}>
            Show all partners
          </Button>
        </Group>
      }
    >
      The search looks into names, codes and e-mail addresses.
    </Nothing>
  )
}

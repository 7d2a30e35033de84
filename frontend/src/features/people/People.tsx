import { Button } from '@mantine/core'
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
import { columns, personFragment } from './columns'
import { InvitePerson } from './InvitePerson'
import { SearchForm } from './SearchForm'
import type { PeopleSearch } from './search'

const peopleQuery = graphql(`
  query People($search: String, $role: Role, $active: Boolean, $first: Int!, $after: Cursor) {
    users(search: $search, role: $role, active: $active, first: $first, after: $after) {
      totalCount
      nodes {
        ...Person
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const route = getRouteApi('/admin/people')
const pageSize = 50

/** Everybody who may sign in, or once might. */
export function People() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const active = search.active && search.active === 'yes'
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(peopleQuery, { search: search.search, role: search.role, active, first: pageSize, after: search.after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.users
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(personFragment, page?.nodes)
  const find = (wanted: PeopleSearch) => void navigate({ search: wanted, state: {} })

  return (
    <>
      <PageHeader title="People" description="Who may sign in, and what they may do." actions={<InvitePerson />} />
      <SearchForm search={search} busy={!!data && isFetching} onSearch={find} />
      {error ? (
        <Failure title="The people cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Nothing
          title="Nobody matches"
          actions={
            <Button variant="default" mt="xs" onClick={() => find({})}>
              Show all people
            </Button>
          }
        >
          The search looks into names and e-mail addresses.
        </Nothing>
      ) : (
        <>
          <DataTable caption="People" columns={columns} rows={rows} rowId={({ id }) => id} busy={!!data && isFetching} />
          <Pager paging={paging} pageSize={pageSize} shown={rows?.length ?? 0} total={page?.totalCount} nouns={['person', 'people']} />
        </>
      )}
    </>
  )
}

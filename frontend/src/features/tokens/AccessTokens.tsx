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
import { columns, tokenRow } from './columns'
import { NewToken } from './NewToken'

const tokensQuery = graphql(`
  query AccessTokens($first: Int!, $after: Cursor) {
    accessTokens(first: $first, after: $after) {
      totalCount
      nodes {
        ...TokenRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const route = getRouteApi('/admin/tokens')
const pageSize = 50

/** What lets programs in, the newest first. */
export function AccessTokens() {
  const search = route.useSearch()
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(tokensQuery, { first: pageSize, after: search.after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.accessTokens
  const paging = usePaging(search, page?.pageInfo, isPlaceholderData)
  const rows = readFragment(tokenRow, page?.nodes)

  return (
    <>
      <PageHeader title="Access tokens" description="What lets programs into the API, the newest first." actions={<NewToken />} />
      {error ? (
        <Failure title="The tokens cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Nothing title="There are no tokens yet">Make one with New token for each program, so that each can be ended by itself.</Nothing>
      ) : (
        <>
          <DataTable caption="Access tokens" columns={columns} rows={rows} rowId={({ id }) => id} busy={!!data && isFetching} />
          <Pager paging={paging} pageSize={pageSize} shown={rows?.length ?? 0} total={page?.totalCount} nouns={['token', 'tokens']} />
        </>
      )}
    </>
  )
}

import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { TypedDocumentString } from '../gql/graphql'
import { ApiError, request, type RequestOptions } from './api'
import { watchSession } from './session'

/** An operation and its variables as options for useQuery; the two are its key. */
export function query<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  options: RequestOptions = {},
) {
  return queryOptions({
    queryKey: [String(document), variables],
    queryFn: ({ signal }) => request(document, variables, { ...options, signal }),
  })
}

export function newQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Figures change when somebody asks for them, not while they are read.
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
    },
  })
  // What one person has seen is not there for the next.
  watchSession(() => client.clear())
  return client
}

function isPassing(error: Error): boolean {
  return error instanceof ApiError && error.code === 'UNREACHABLE'
}

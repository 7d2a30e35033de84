import { QueryClient, queryOptions, useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { TypedDocumentString } from '../gql/graphql'
import { ApiError, request, type RequestOptions } from './api'
import { forget, notify } from './notify'
import { watchSession } from './session'
import { sentence } from './userErrors'

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

/**
 * The answer that a page shows. Where it can't be read anew it stays, and with it what somebody is typing, and a corner of the
 * screen tells; an error is the page's to show only where there is no answer.
 */
export function useAnswer<TData, TKey extends readonly unknown[]>(options: UseQueryOptions<TData, Error, TData, TKey>) {
  const { data, error, isRefetchError, isFetching, isPending, isPlaceholderData, refetch } = useQuery(options)
  useEffect(() => {
    if (!isRefetchError) return
    const mine = {}
    outdated.add(mine)
    void notify({ id: 'old', color: 'red', title: 'What you see may be out of date', message: sentence(error.message), autoClose: false })
    return () => {
      outdated.delete(mine)
      if (outdated.size === 0) void forget('old')
    }
  }, [isRefetchError, error])
  return { data, error: isRefetchError ? null : error, isFetching, isPending, isPlaceholderData, refetch }
}

/** The answers on the page that can't be read anew: one message tells of all. */
const outdated = new Set<object>()

export function newQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Figures change when somebody asks for them, not while they are read.
        refetchOnWindowFocus: false,
        // Without a network it fails now and says so, rather than let old figures stand; it is tried again once there is one.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
      // Sent or refused now: what waits for a network would be sent after the person has thought better of it.
      mutations: { networkMode: 'always' },
    },
  })
  // What one person has seen is not there for the next.
  watchSession(() => client.clear())
  return client
}

function isPassing(error: Error): boolean {
  return error instanceof ApiError && error.code === 'UNREACHABLE'
}

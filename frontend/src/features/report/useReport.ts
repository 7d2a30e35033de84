import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { graphql } from '../../gql'
import { query } from '../../lib/query'
import { ledgerCriteria, ledgerOrder, usualPageSize, type ReportSearch } from './search'

const rowsQuery = graphql(`
  query ReportRows($criteria: LedgerCriteria!, $orderBy: LedgerOrder!, $first: Int!, $after: Cursor) {
    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {
      nodes {
        ...ReportRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

// On their own: they sum the whole report, and turning or sorting pages doesn't change them.
const totalsQuery = graphql(`
  query ReportTotals($criteria: LedgerCriteria!) {
    referralPartnerLedgers(criteria: $criteria, first: 1) {
      totalCount
      totals {
        ...ReportTotals
      }
    }
  }
`)

/** The page of the report that its address asks for, and its totals. */
export function useReport(search: ReportSearch) {
  const queryClient = useQueryClient()
  const criteria = ledgerCriteria(search)
  const pageSize = search.size ?? usualPageSize
  const page = (after: string | null | undefined) =>
    query(rowsQuery, { criteria, orderBy: ledgerOrder(search), first: pageSize, after })

  const rows = useQuery({ ...page(search.after), placeholderData: keepPreviousData })
  const totals = useQuery(query(totalsQuery, { criteria }))

  // The next page is there before it is asked for.
  const info = rows.data?.referralPartnerLedgers.pageInfo
  const next = !rows.isPlaceholderData && info?.hasNextPage ? info.endCursor : null
  useEffect(() => {
    if (next) void queryClient.prefetchQuery(page(next))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a cursor belongs to its criteria and order
  }, [next])

  return {
    rows: rows.data?.referralPartnerLedgers,
    totals: totals.data?.referralPartnerLedgers,
    stale: rows.isPlaceholderData,
    busy: rows.isFetching && !rows.isPending,
    error: rows.error ?? totals.error,
    pageSize,
    retry: () => void Promise.all([rows.refetch(), totals.refetch()]),
  }
}

export type ReportData = ReturnType<typeof useReport>

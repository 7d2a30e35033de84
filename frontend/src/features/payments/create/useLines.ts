import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { graphql, readFragment } from '../../../gql'
import type { PaymentMethod } from '../../../gql/graphql'
import { request } from '../../../lib/api'
import { usePages } from '../usePages'
import { planArguments, planSeconds, type Options, type Source } from './options'

export const linesPageSize = 50

const linesQuery = graphql(`
  query PlannedPayments(
    $method: PaymentMethod!
    $criteria: LedgerCriteria
    $exportId: ID
    $date: Date
    $minimumPayment: Decimal
    $capAtBalance: Boolean!
    $allowRepeat: Boolean!
    $first: Int!
    $after: Cursor
  ) {
    previewReferralPartnerPayments(
      method: $method
      criteria: $criteria
      exportId: $exportId
      date: $date
      minimumPayment: $minimumPayment
      capAtBalance: $capAtBalance
      allowRepeat: $allowRepeat
    ) {
      fingerprint
      lines(first: $first, after: $after) {
        totalCount
        nodes {
          ...PlannedLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

const plannedLine = graphql(`
  fragment PlannedLine on PlannedPayment {
    partner {
      id
      name
      ...LinkedPartner
    }
    amount
    owedNow
    owedAfter
    warnings
  }
`)

/** A page of the payments that a plan has. */
export function useLines(source: Source, options: Options, method: PaymentMethod, fingerprint: string | undefined) {
  const { after, paging } = usePages(`${method} ${fingerprint}`)
  const variables = { ...planArguments(source, options), method, first: linesPageSize, after }
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    // The lines belong to a plan: where that has changed, they are read again.
    queryKey: [String(linesQuery), variables, fingerprint],
    queryFn: ({ signal }) => request(linesQuery, variables, { timeoutSeconds: planSeconds, signal }),
    enabled: fingerprint !== undefined,
    placeholderData: keepPreviousData,
    refetchOnReconnect: false,
  })
  const preview = data?.previewReferralPartnerPayments
  return {
    rows: readFragment(plannedLine, preview?.lines.nodes),
    total: preview?.lines.totalCount,
    paging: paging(preview?.lines.pageInfo),
    busy: isFetching && !!data,
    error,
    retry: () => void refetch(),
    /** The figures have changed between the plan and this page of its lines. */
    moved: !isPlaceholderData && !!preview && preview.fingerprint !== fingerprint,
  }
}

export type Lines = ReturnType<typeof useLines>

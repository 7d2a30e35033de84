import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { graphql, readFragment } from '../../../gql'
import type { PaymentMethod } from '../../../gql/graphql'
import { request } from '../../../lib/api'
import { partSize, usePages } from '../usePages'
import { planArguments, planSeconds, type Options, type Source } from './options'

const plannedQuery = graphql(`
  query Planned(
    $method: PaymentMethod!
    $criteria: LedgerCriteria
    $exportId: ID
    $date: Date
    $minimumPayment: Decimal
    $capAtBalance: Boolean!
    $allowRepeat: Boolean!
    $skips: Boolean!
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
      lines(first: $first, after: $after) @skip(if: $skips) {
        totalCount
        nodes {
          ...PlannedLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      skipped(first: $first, after: $after) @include(if: $skips) {
        ...SkippedPage
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

/** What a plan is made of. */
export interface Planning {
  source: Source
  options: Options
  method: PaymentMethod
  /** Until there is one, nothing is asked for. */
  fingerprint: string | undefined
}

/** A page of the payments that a plan has. */
export function useLines(planning: Planning) {
  const { page, ...rest } = usePlanned(planning, false)
  return {
    ...rest,
    rows: readFragment(plannedLine, page?.lines?.nodes),
    total: page?.lines?.totalCount,
  }
}

export type Lines = ReturnType<typeof useLines>

/** A page of the partners whom a plan leaves out. */
export function useSkips(planning: Planning) {
  return usePlanned(planning, true)
}

function usePlanned({ source, options, method, fingerprint }: Planning, skips: boolean) {
  const { after, paging } = usePages(`${method} ${fingerprint}`)
  const variables = { ...planArguments(source, options), method, skips, first: partSize, after }
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    // The page belongs to a plan: where that has changed, it is read again.
    queryKey: [String(plannedQuery), variables, fingerprint],
    queryFn: ({ signal }) => request(plannedQuery, variables, { timeoutSeconds: planSeconds, signal }),
    enabled: fingerprint !== undefined,
    placeholderData: keepPreviousData,
    refetchOnReconnect: false,
  })
  const page = data?.previewReferralPartnerPayments
  return {
    page,
    paging: paging((skips ? page?.skipped : page?.lines)?.pageInfo, isPlaceholderData),
    busy: isFetching && !!data,
    error,
    retry: () => void refetch(),
    /** The figures have changed between the plan and this page of it. */
    moved: !isPlaceholderData && !!page && page.fingerprint !== fingerprint,
  }
}

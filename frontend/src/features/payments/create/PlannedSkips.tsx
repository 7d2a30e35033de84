import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Failure } from '../../../components/Failure'
import { graphql } from '../../../gql'
import type { PaymentMethod, PlanFragment } from '../../../gql/graphql'
import { request } from '../../../lib/api'
import { Skipped, skippedPageSize } from '../Skipped'
import { usePages } from '../usePages'
import { planArguments, planSeconds, type Options, type Source } from './options'

const skipsQuery = graphql(`
  query PlannedSkips(
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
      skipped(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        ...SkippedPage
      }
    }
  }
`)

interface Props {
  source: Source
  options: Options
  method: PaymentMethod
  plan: PlanFragment
}

/** The partners on the report whom the batch would leave out. */
export function PlannedSkips({ source, options, method, plan }: Props) {
  const { after, paging } = usePages(`${method} ${plan.fingerprint}`)
  const variables = { ...planArguments(source, options), method, first: skippedPageSize, after }
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [String(skipsQuery), variables, plan.fingerprint],
    queryFn: ({ signal }) => request(skipsQuery, variables, { timeoutSeconds: planSeconds, signal }),
    enabled: plan.skippedCount > 0,
    placeholderData: keepPreviousData,
  })
  const page = data?.previewReferralPartnerPayments.skipped
  if (plan.skippedCount === 0) return <Text size="sm">Nobody is skipped: every partner on the report gets a payment.</Text>
  if (error) return <Failure title="The skipped partners cannot be shown" error={error} onRetry={() => void refetch()} />
  return (
    <Skipped
      page={page}
      paging={paging(page?.pageInfo)}
      busy={!!data && isFetching}
      currency={plan.currencyCode}
      period={plan.period}
    />
  )
}

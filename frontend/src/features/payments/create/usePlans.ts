import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { graphql, readFragment } from '../../../gql'
import type { PaymentMethod, PlanFragment } from '../../../gql/graphql'
import { query } from '../../../lib/query'
import { planArguments, planSeconds, type Options, type Source } from './options'

// One document, so that the three are as of the same moment as far as that can be. Without a batch id: each then tells
// the next free one.
const plansQuery = graphql(`
  query PaymentPlans(
    $criteria: LedgerCriteria
    $exportId: ID
    $date: Date
    $minimumPayment: Decimal
    $capAtBalance: Boolean!
    $allowRepeat: Boolean!
  ) {
    commissionEarned: previewReferralPartnerPayments(
      method: COMMISSION_EARNED
      criteria: $criteria
      exportId: $exportId
      date: $date
      minimumPayment: $minimumPayment
      capAtBalance: $capAtBalance
      allowRepeat: $allowRepeat
    ) {
      ...Plan
    }
    beginningBalancePlusCommissionEarned: previewReferralPartnerPayments(
      method: BEGINNING_BALANCE_PLUS_COMMISSION_EARNED
      criteria: $criteria
      exportId: $exportId
      date: $date
      minimumPayment: $minimumPayment
      capAtBalance: $capAtBalance
      allowRepeat: $allowRepeat
    ) {
      ...Plan
    }
    endingBalance: previewReferralPartnerPayments(
      method: ENDING_BALANCE
      criteria: $criteria
      exportId: $exportId
      date: $date
      minimumPayment: $minimumPayment
      capAtBalance: $capAtBalance
      allowRepeat: $allowRepeat
    ) {
      ...Plan
    }
  }
`)

const plan = graphql(`
  fragment Plan on ReferralPartnerPaymentsPreview {
    batchId
    date
    period {
      start
      end
    }
    currencyCode
    fingerprint
    paymentCount
    total
    exceedingCount
    exceedingTotal
    skippedCount
  }
`)

export type Plans = Record<PaymentMethod, PlanFragment>

/** What each of the methods would record. */
export function usePlans(source: Source, options: Options) {
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...query(plansQuery, planArguments(source, options), { timeoutSeconds: planSeconds }),
    // The batch id follows from the date, which is the business's own.
    enabled: options.date !== undefined,
    placeholderData: keepPreviousData,
    // Whoever comes here sees the figures as they are now; after that they change only when asked for.
    staleTime: 0,
    refetchOnReconnect: false,
  })
  const plans: Plans | undefined = data && {
    COMMISSION_EARNED: readFragment(plan, data.commissionEarned),
    BEGINNING_BALANCE_PLUS_COMMISSION_EARNED: readFragment(plan, data.beginningBalancePlusCommissionEarned),
    ENDING_BALANCE: readFragment(plan, data.endingBalance),
  }
  return { plans, error, isFetching, isPlaceholderData, refetch }
}

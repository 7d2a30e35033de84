import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { graphql } from '../../../gql'
import type { CreatePaymentsMutation, CreatePaymentsMutationVariables } from '../../../gql/graphql'
import { counted, formatAmount } from '../../../lib/amounts'
import { longSeconds, request } from '../../../lib/api'
import { notify } from '../../../lib/notify'
import { isLost } from '../../../lib/lost'
import { sentence, sentences } from '../../../lib/userErrors'
import { useSender } from '../../../lib/useSender'

const createMutation = graphql(`
  mutation CreatePayments(
    $method: PaymentMethod!
    $batchId: String!
    $type: PaymentType!
    $date: Date!
    $criteria: LedgerCriteria
    $exportId: ID
    $minimumPayment: Decimal
    $capAtBalance: Boolean!
    $allowRepeat: Boolean!
    $fingerprint: String!
  ) {
    createReferralPartnerPayments(
      method: $method
      batchId: $batchId
      type: $type
      date: $date
      criteria: $criteria
      exportId: $exportId
      minimumPayment: $minimumPayment
      capAtBalance: $capAtBalance
      allowRepeat: $allowRepeat
      fingerprint: $fingerprint
    ) {
      batch {
        batchId
        paymentCount
        total
        currencyCode
      }
      replayed
      userErrors {
        code
        message
        field
      }
    }
  }
`)

type Answer = CreatePaymentsMutation['createReferralPartnerPayments']

/**
 * Records a batch. The batch id is always given, and what got no answer is sent again with the same arguments, so that
 * a second click, a lost answer and a second tab make one batch.
 */
export function useProcess() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  // A second click may come before the button is drawn as pressed.
  const sending = useRef(false)
  const refused = useRef<(answer: Answer) => void>(undefined)
  const { begin, isHere, isSame, tellElsewhere } = useSender()

  const answered = async ({ batch, replayed, userErrors }: Answer, { batchId: wanted }: CreatePaymentsMutationVariables) => {
    if (!batch) return tellElsewhere(`${wanted} was not recorded`, sentences(userErrors), 'red')
    if (!isSame()) return
    const { batchId, paymentCount, total, currencyCode } = batch
    void notify({
      title: replayed ? `${batchId} was recorded before, by the same call` : `${batchId} is recorded`,
      message: `${counted(paymentCount, 'payment', 'payments')}, ${formatAmount(total, currencyCode)} ${currencyCode} in all.`,
    })
    // Whoever has gone on to another page stays there. The way back leads to the report, not to a form that has been sent.
    if (isHere()) await navigate({ to: '/payments/batches/$batchId', params: { batchId }, replace: true })
    await queryClient.invalidateQueries()
  }

  const { mutate, reset, isPending, error, data, variables } = useMutation({
    mutationFn: async (call: CreatePaymentsMutationVariables) =>
      (await request(createMutation, call, { timeoutSeconds: longSeconds })).createReferralPartnerPayments,
    retry: (failures, lost) => failures < 2 && isLost(lost),
    onSuccess: answered,
    onError: (failure, { batchId }) =>
      tellElsewhere(isLost(failure) ? `Whether ${batchId} was recorded is not known` : `${batchId} was not recorded`, sentence(failure.message), 'red'),
    onSettled: () => {
      sending.current = false
    },
  })

  const process = (call: CreatePaymentsMutationVariables, onRefused?: (answer: Answer) => void) => {
    if (sending.current) return
    sending.current = true
    refused.current = onRefused
    begin()
    mutate(call, { onSuccess: (answer) => !answer.batch && onRefused?.(answer) })
  }
  return {
    process,
    again: () => variables && process(variables, refused.current),
    reset,
    busy: isPending,
    error,
    userErrors: data?.userErrors ?? [],
  }
}

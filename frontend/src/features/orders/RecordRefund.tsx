import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { AmountField, DayField } from '../../components/fields'
import { FormBody, FormDialog } from '../../components/FormDialog'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import { formatAmount, isAmount } from '../../lib/amounts'
import { request } from '../../lib/api'
import { instantOf } from '../../lib/instants'
import { newId } from '../../lib/newId'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'

const recordRefund = graphql(`
  mutation RecordRefund($input: RefundInput!) {
    recordRefund(input: $input) {
      replayed
      entries {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`)

interface Props {
  order: { orderId: string; currencyCode: string; total: string }
}

/** The customer got something back: commissions are clawed back in proportion. */
export function RecordRefund({ order }: Props) {
  return (
    <FormDialog button="Record a refund" title={`Refund of order ${order.orderId}`}>
      {(close) => <Form order={order} onClose={close} />}
    </FormDialog>
  )
}

function Form({ order, onClose }: Props & { onClose: () => void }) {
  const { orderId, currencyCode, total } = order
  const { business, today } = useAccess()
  const timeZone = business?.timeZone ?? 'UTC'
  // Made once for the form: sent twice, it is the same refund.
  const [refundId, setRefundId] = useState(() => `refund-${newId().slice(0, 12)}`)
  const [amount, setAmount] = useState('')
  const [date, setDate] = useState(today)
  const saving = useSave(
    async () =>
      (await request(recordRefund, { input: { refundId: refundId.trim(), orderId, amount, refundedAt: instantOf(date, timeZone) } }))
        .recordRefund,
    ({ replayed, entries }) => {
      onClose()
      void notify(
        replayed
          ? { title: 'Recorded before', message: `${refundId} was there already; nothing has changed.` }
          : { title: 'Refund recorded', message: clawbacks(entries.length) },
      )
    },
  )
  const { at, rest } = sortProblems(saving.userErrors, ['refundId', 'amount', 'refundedAt'])
  const wrong = amount !== '' && !isAmount(amount) ? 'Write it like 12.50.' : undefined

  return (
    <FormBody
      action="Record the refund"
      saving={saving}
      problems={rest}
      onSubmit={() => !wrong && saving.save(undefined)}
      onCancel={onClose}
    >
      <Text size="sm">
        Commissions are clawed back at every level, in proportion to what is refunded of the order’s {formatAmount(total, currencyCode)}{' '}
        {currencyCode}.
      </Text>
      <AmountField
        label={`Amount, in ${currencyCode}`}
        data-autofocus
        required
        value={amount}
        onChange={setAmount}
        error={wrong ?? at.amount}
      />
      <DayField label="Refunded on" required value={date} onChange={setDate} error={at.refundedAt} />
      <TextInput
        label="Refund id"
        description="Keep this one, or enter the shop’s own. An id is recorded once, however often it is sent."
        required
        value={refundId}
        onChange={({ currentTarget }) => setRefundId(currentTarget.value)}
        error={at.refundId}
      />
    </FormBody>
  )
}

function clawbacks(count: number): string {
  if (count === 0) return 'The order had earned nothing, so nothing is clawed back.'
  return count === 1 ? 'One commission was clawed back.' : `Commissions of ${count} levels were clawed back.`
}

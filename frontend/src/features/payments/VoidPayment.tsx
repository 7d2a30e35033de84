import { Amount } from '../../components/Amount'
import { FormDialog } from '../../components/FormDialog'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { VoidablePaymentFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { formatDay } from '../../lib/days'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { VoidForm, type Voiding } from './VoidForm'

const voidable = graphql(`
  fragment VoidablePayment on Payment {
    id
    amount
    currencyCode
    date
    partner {
      name
    }
  }
`)

const voidMutation = graphql(`
  mutation VoidPayment($id: ID!, $reason: String!, $date: Date) {
    voidPayment(id: $id, reason: $reason, date: $date) {
      userErrors {
        message
        field
      }
    }
  }
`)

/** Takes back one payment. */
export function VoidPayment({ payment }: { payment: FragmentType<typeof voidable> }) {
  const data = readFragment(voidable, payment)
  return (
    <FormDialog
      button="Void"
      buttonProps={{ size: 'compact-xs', 'aria-label': `Void the payment to ${data.partner.name}` }}
      title="Void this payment"
    >
      {(close) => <Form payment={data} onClose={close} />}
    </FormDialog>
  )
}

function Form({ payment, onClose }: { payment: VoidablePaymentFragment; onClose: () => void }) {
  const { id, amount, currencyCode, date, partner } = payment
  const saving = useSave(
    async (voiding: Voiding) => (await request(voidMutation, { id, ...voiding })).voidPayment,
    () => {
      onClose()
      void notify({ title: 'Payment voided', message: `What ${partner.name} was paid is owed again.` })
    },
  )
  return (
    <VoidForm action="Void payment" saving={saving} onCancel={onClose}>
      The payment of{' '}
      <b>
        <Amount value={amount} currency={currencyCode} /> {currencyCode}
      </b>{' '}
      to <b>{partner.name}</b> on {formatDay(date)} is taken back by a reversal, and is owed again. The payment stays on
      record. No money moves.
    </VoidForm>
  )
}

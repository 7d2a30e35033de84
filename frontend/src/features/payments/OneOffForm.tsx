import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Amount } from '../../components/Amount'
import { AmountField, DayField } from '../../components/fields'
import { FormBody } from '../../components/FormDialog'
import { PartnerPicker } from '../../components/PartnerPicker'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import type { PaymentType } from '../../gql/graphql'
import { formatAmount, isAmount, isNegative, isZero } from '../../lib/amounts'
import { request } from '../../lib/api'
import { isDay } from '../../lib/days'
import { newId } from '../../lib/newId'
import { notify } from '../../lib/notify'
import { query } from '../../lib/query'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'
import { typeOptions } from './methods'

const payeeQuery = graphql(`
  query Payee($id: ID!) {
    referralPartner(id: $id) {
      currencyCode
      ledger {
        owedNow
      }
    }
  }
`)

const createMutation = graphql(`
  mutation CreateOneOffPayment(
    $partnerId: ID!
    $amount: Decimal!
    $type: PaymentType!
    $date: Date
    $note: String
    $requestId: String!
  ) {
    createReferralPartnerPayment(
      partnerId: $partnerId
      amount: $amount
      type: $type
      date: $date
      note: $note
      requestId: $requestId
    ) {
      payment {
        amount
        currencyCode
        partner {
          name
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** A form records one payment, however often it is sent. */
export function OneOffForm({ onClose }: { onClose: () => void }) {
  const { today } = useAccess()
  const [requestId] = useState(newId)
  const [partnerId, setPartnerId] = useState<string>()
  const [amount, setAmount] = useState('')
  const [type, setType] = useState<PaymentType>('CHECK')
  const [date, setDate] = useState(today)
  const [note, setNote] = useState('')
  const [unchosen, setUnchosen] = useState(false)

  const known = useQuery({ ...query(payeeQuery, { id: partnerId ?? '' }), enabled: partnerId !== undefined })
  const payee = partnerId === undefined ? null : known.data?.referralPartner
  const saving = useSave(
    async (to: string) =>
      (await request(createMutation, { partnerId: to, amount, type, date, note: note.trim() || null, requestId }))
        .createReferralPartnerPayment,
    ({ payment }) => {
      onClose()
      const { currencyCode, partner } = payment!
      void notify({
        title: 'Payment recorded',
        message: `${formatAmount(payment!.amount, currencyCode)} ${currencyCode} to ${partner.name}`,
      })
    },
  )
  const { at, rest } = sortProblems(saving.userErrors, ['partnerId', 'amount', 'type', 'date', 'note'])
  const wrong = amount !== '' && !isPayable(amount) ? 'Write an amount above zero, like 12.50.' : undefined
  const nobody = unchosen && partnerId === undefined ? 'Choose who was paid.' : at.partnerId

  const submit = () => {
    setUnchosen(partnerId === undefined)
    if (partnerId !== undefined && !wrong && isDay(date)) saving.save(partnerId)
  }
  return (
    <FormBody
      action="Record the payment"
      saving={saving}
      problems={rest}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Text size="sm">A payment that was made outside any batch. No money moves.</Text>
      <div>
        <PartnerPicker
          label="Partner"
          placeholder="Name, code or e-mail address"
          value={partnerId}
          onChange={setPartnerId}
          error={nobody}
        />
        {payee && (
          <Text size="xs" mt={4} c="dimmed" component="output" display="block">
            Owed now: <Amount value={payee.ledger.owedNow} currency={payee.currencyCode} /> {payee.currencyCode}
          </Text>
        )}
      </div>
      <AmountField
        label={payee ? `Amount, in ${payee.currencyCode}` : 'Amount'}
        required
        value={amount}
        onChange={setAmount}
        error={wrong ?? at.amount}
      />
      <NativeSelect
        label="Payment type"
        data={typeOptions}
        value={type}
        onChange={({ currentTarget }) => setType(currentTarget.value as PaymentType)}
        error={at.type}
      />
      <DayField label="Date" required value={date} onChange={setDate} error={at.date} />
      <TextInput
        label="Note"
        placeholder="For people"
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        error={at.note}
      />
    </FormBody>
  )
}

function isPayable(amount: string): boolean {
  return isAmount(amount) && !isNegative(amount) && !isZero(amount)
}

import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { CurrencyPicker } from '../../components/CurrencyPicker'
import { AmountField, DayField } from '../../components/fields'
import { FormBody, FormDialog } from '../../components/FormDialog'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import { formatAmount, isAmount, isNegative, isZero } from '../../lib/amounts'
import { request } from '../../lib/api'
import { newId } from '../../lib/newId'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'

const adjustLedger = graphql(`
  mutation AdjustLedger(
    $partnerId: ID!
    $amount: Decimal!
    $date: Date!
    $reason: String!
    $requestId: String!
    $currency: CurrencyCode!
  ) {
    adjustLedger(
      partnerId: $partnerId
      amount: $amount
      date: $date
      reason: $reason
      requestId: $requestId
      currencyCode: $currency
    ) {
      entry {
        amount
        balance
      }
      userErrors {
        message
        field
      }
    }
  }
`)

interface Props {
  partner: { id: string; name: string; currencyCode: string }
}

/** A bonus, or a correction of what somebody is owed. */
export function AdjustButton({ partner }: Props) {
  return (
    <FormDialog button="Adjust" title={`Adjust the ledger of ${partner.name}`}>
      {(close) => <Form partner={partner} onClose={close} />}
    </FormDialog>
  )
}

function Form({ partner, onClose }: Props & { onClose: () => void }) {
  const { today } = useAccess()
  // One for the form, however often it is sent: it is recorded once.
  const [requestId] = useState(newId)
  const [amount, setAmount] = useState('')
  const [date, setDate] = useState(today)
  const [reason, setReason] = useState('')
  const [currency, setCurrency] = useState(partner.currencyCode)
  const saving = useSave(
    async () =>
      (await request(adjustLedger, { partnerId: partner.id, amount, date, reason, requestId, currency })).adjustLedger,
    () => {
      onClose()
      void notify({ title: 'Ledger adjusted', message: `${partner.name}: ${formatAmount(amount, currency)} ${currency}` })
    },
  )
  const { at, rest } = sortProblems(saving.userErrors, ['amount', 'date', 'reason'])
  const wrong = amount !== '' && amount !== '-' && !isAmount(amount) ? 'Write it like 12.50 or -12.50.' : undefined

  return (
    <FormBody
      action="Record the adjustment"
      saving={saving}
      problems={rest}
      onSubmit={() => !wrong && saving.save(undefined)}
      onCancel={onClose}
    >
      <Stack gap="sm">
        <AmountField
          label="Amount"
          description="A minus takes away from what the partner is owed."
          data-autofocus
          required
          // Number pads of phones have no minus.
          inputMode="text"
          value={amount}
          onChange={(typed) => setAmount(typed.replace('−', '-'))}
          error={wrong ?? at.amount}
        />
        <CurrencyPicker value={currency} onChange={(code) => setCurrency(code ?? partner.currencyCode)} />
        <DayField label="Date" required value={date} onChange={setDate} error={at.date} />
        <Textarea
          label="Reason"
          description="The partner reads it too."
          autosize
          minRows={2}
          required
          withAsterisk={false}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={at.reason}
        />
      </Stack>
      {isAmount(amount) && !isZero(amount) && (
        <Text size="sm" component="output">
          {isNegative(amount) ? 'Takes' : 'Adds'} {formatAmount(amount.replace(/^-/, ''), currency)} {currency}{' '}
          {isNegative(amount) ? 'from' : 'to'} what {partner.name} is owed.
        </Text>
      )}
    </FormBody>
  )
}

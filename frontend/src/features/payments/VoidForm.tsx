import { Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { DayField } from '../../components/fields'
import { FormBody } from '../../components/FormDialog'
import { useAccess } from '../../components/useAccess'
import { isDay } from '../../lib/days'
import { sortProblems, type UserError } from '../../lib/userErrors'

export interface Voiding {
  reason: string
  date: string
}

interface Props {
  action: string
  /** What is going to be taken back. */
  children: ReactNode
  saving: { save: (voiding: Voiding) => void; busy: boolean; error: unknown; userErrors: readonly UserError[] }
  onCancel: () => void
}

/** Asks for the reason before something is taken back. */
export function VoidForm({ action, children, saving, onCancel }: Props) {
  const { today } = useAccess()
  const [reason, setReason] = useState('')
  const [date, setDate] = useState(today)
  const { at, rest } = sortProblems(saving.userErrors, ['reason', 'date'])
  return (
    <FormBody
      action={action}
      color="red.9"
      saving={saving}
      problems={rest}
      onSubmit={() => isDay(date) && saving.save({ reason: reason.trim(), date })}
      onCancel={onCancel}
    >
      <Text component="div" size="sm">
        {children}
      </Text>
      <TextInput
        label="Reason"
        description="It stays on record, for your own people."
        data-autofocus
        required
        pattern=".*\S.*"
        title="A few words"
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={at.reason}
      />
      <DayField label="Date of the reversal" required value={date} onChange={setDate} error={at.date} />
    </FormBody>
  )
}

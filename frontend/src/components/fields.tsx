import { TextInput, type TextInputProps } from '@mantine/core'
import { firstYear, makeDay, type Day } from '../lib/days'

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string
  onChange: (value: string) => void
}

/** A day, as the browser's own field has it: typed or picked, in the reader's order of day and month, and a text for us. */
export function DayField({ onChange, ...props }: Props & { value: Day }) {
  return (
    <TextInput
      type="date"
      min={makeDay(firstYear, 1, 1)}
      max="9999-12-31"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...props}
    />
  )
}

/** An amount, as it is typed: the API takes it as text, and knows what is wrong with it. */
export function AmountField({ onChange, ...props }: Props) {
  return <TextInput inputMode="decimal" onChange={({ currentTarget }) => onChange(currentTarget.value.trim())} {...props} />
}

import { Checkbox, NativeSelect, SimpleGrid, Stack } from '@mantine/core'
import { AmountField, DayField } from '../../../components/fields'
import type { PaymentType, PlanFragment } from '../../../gql/graphql'
import { isDay } from '../../../lib/days'
import { typeOptions } from '../methods'
import { isLimit } from '../search'
import { Warning } from '../Warning'
import { BatchIdField } from './BatchIdField'
import type { Options } from './options'

interface Props {
  options: Options
  /** Today until another day is chosen. */
  date: string
  onChange: (change: Options) => void
  plan: PlanFragment | undefined
  /** What is wrong, by the argument's name. */
  problems: Record<string, string>
}

/** How the batch is recorded. What the preview has found stands in the fields until it is written over. */
export function OptionsForm({ options, date, onChange, plan, problems }: Props) {
  const least = options.least ?? ''
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm">
        <NativeSelect
          label="Payment type"
          data={typeOptions}
          value={options.type ?? 'CHECK'}
          error={problems.type}
          onChange={({ currentTarget }) => onChange({ type: currentTarget.value as PaymentType })}
        />
        <DayField
          label="Date"
          required
          value={date}
          error={(plan && !isDay(date) && 'Choose a day.') || problems.date}
          onChange={(chosen) => onChange({ date: chosen })}
        />
      </SimpleGrid>
      <BatchIdField
        value={options.batch ?? plan?.batchId ?? ''}
        free={plan?.batchId}
        error={problems.batchId}
        onChange={(batch) => onChange({ batch })}
      />
      <AmountField
        label="Minimum payment"
        placeholder="None"
        value={least}
        error={(least !== '' && !isLimit(least) && 'Write it like 100.00.') || problems.minimumPayment}
        onChange={(typed) => onChange({ least: typed || undefined })}
      />
      <Checkbox
        label="Never pay more than is owed"
        checked={options.cap === '1'}
        onChange={({ currentTarget }) => onChange({ cap: currentTarget.checked ? '1' : undefined })}
      />
      <Checkbox
        label="Pay partners of an overlapping batch once more"
        checked={options.repeat === '1'}
        onChange={({ currentTarget }) => onChange({ repeat: currentTarget.checked ? '1' : undefined })}
      />
      {options.repeat === '1' && (
        <Warning title="Partners may be paid twice" urgent>
          Without this, whoever was paid by a batch for some of the same days is skipped. With it, they are paid again.
        </Warning>
      )}
    </Stack>
  )
}

import { Button, TextInput, VisuallyHidden } from '@mantine/core'
import { firstYear, makeDay, today, type Day, type Period } from '../lib/days'
import { presetOf, presets } from '../lib/periods'
import classes from './PeriodFields.module.css'
import { useAccess } from './useAccess'

interface Props {
  value: Period
  onChange: (period: Period) => void
  /** What is wrong with the days. */
  error?: string
}

/** A range of days: one of those that people ask for most, or any other. */
export function PeriodFields({ value, onChange, error }: Props) {
  // Which day it is where the business is; the reader's own calendar knows nearly as well until that is there.
  const now = useAccess().business?.today ?? today()
  const chosen = presetOf(value, now)
  return (
    <fieldset className={classes.period}>
      <VisuallyHidden component="legend">Period</VisuallyHidden>
      <DayField label="From" value={value.start} onChange={(start) => onChange({ ...value, start })} />
      <DayField label="To" value={value.end} onChange={(end) => onChange({ ...value, end })} error={error} />
      <div className={classes.presets}>
        {presets.map((preset) => (
          <Button
            key={preset.label}
            size="compact-sm"
            fw={500}
            variant={preset === chosen ? 'light' : 'default'}
            aria-pressed={preset === chosen}
            onClick={() => onChange(preset.of(now))}
          >
            {preset.label}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

interface DayProps {
  label: string
  value: Day
  onChange: (day: Day) => void
  error?: string
}

/** The browser's own field: typed or picked, in the reader's order of day and month, and a day as text for us. */
function DayField({ label, value, onChange, error }: DayProps) {
  return (
    <TextInput
      className={classes.day}
      type="date"
      label={label}
      required
      withAsterisk={false}
      min={makeDay(firstYear, 1, 1)}
      max="9999-12-31"
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

import { Button, VisuallyHidden } from '@mantine/core'
import type { Period } from '../lib/days'
import { presetOf, presets } from '../lib/periods'
import { DayField } from './fields'
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
  const { today } = useAccess()
  const chosen = presetOf(value, today)
  return (
    <fieldset className={classes.period}>
      <VisuallyHidden component="legend">Period</VisuallyHidden>
      <DayField className={classes.day} label="From" required value={value.start} onChange={(start) => onChange({ ...value, start })} />
      <DayField
        className={classes.day}
        label="To"
        required
        value={value.end}
        onChange={(end) => onChange({ ...value, end })}
        error={error}
      />
      <div className={classes.presets}>
        {presets.map((preset) => (
          <Button
            key={preset.label}
            size="compact-sm"
            fw={500}
            variant={preset === chosen ? 'light' : 'default'}
            aria-pressed={preset === chosen}
            onClick={() => onChange(preset.of(today))}
          >
            {preset.label}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

import { Button, Paper } from '@mantine/core'
import { useState, type SubmitEventHandler } from 'react'
import type { Period } from '../lib/days'
import { PeriodFields } from './PeriodFields'
import classes from './PeriodForm.module.css'

interface Props {
  /** What the days are of: "Period of the ledger". */
  label: string
  period: Period
  onShow: (period: Period) => void
}

/** Which days. Nothing happens until Show is pressed. */
export function PeriodForm({ label, period, onShow }: Props) {
  const [draft, setDraft] = useState(period)
  const backwards = draft.end !== '' && draft.start > draft.end
  const changed = draft.start !== period.start || draft.end !== period.end
  const submit: SubmitEventHandler = (event) => {
    event.preventDefault()
    if (!backwards) onShow(draft)
  }
  return (
    <Paper withBorder p="md" mb="lg">
      <form aria-label={label} className={classes.period} onSubmit={submit}>
        <PeriodFields value={draft} onChange={setDraft} error={backwards ? 'The period ends before it starts.' : undefined} />
        <Button className={classes.submit} type="submit" variant={changed ? 'filled' : 'light'}>
          Show
        </Button>
      </form>
    </Paper>
  )
}

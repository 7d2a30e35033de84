import { ActionIcon, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { NextIcon, PreviousIcon } from '../../components/icons'
import { addMonths, isMonth, type Month } from '../../lib/months'

interface Props {
  month: Month
  /** The current month, where the business is. */
  latest: Month
  onChange: (month: Month) => void
}

/** The last of the months that are shown. */
export function MonthField({ month, latest, onChange }: Props) {
  const [typed, setTyped] = useState(month)
  const [shown, setShown] = useState(month)
  if (shown !== month) {
    setShown(month)
    setTyped(month)
  }
  const go = (until: Month) => {
    setTyped(until)
    if (isMonth(until)) onChange(until)
  }
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <ActionIcon variant="default" size={36} aria-label="A month earlier" onClick={() => go(addMonths(month, -1))}>
        <PreviousIcon />
      </ActionIcon>
      <TextInput
        type="month"
        aria-label="Last month"
        // Where the browser has no field for months, it is typed.
        placeholder="2011-12"
        min="1900-01"
        value={typed}
        onChange={({ currentTarget }) => go(currentTarget.value)}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label="A month later"
        data-disabled={month >= latest || undefined}
        aria-disabled={month >= latest}
        onClick={() => month < latest && go(addMonths(month, 1))}
      >
        <NextIcon />
      </ActionIcon>
    </Group>
  )
}

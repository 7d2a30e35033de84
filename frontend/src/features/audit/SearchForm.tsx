import { Button, Group, NativeSelect, Paper, SimpleGrid, TextInput, VisuallyHidden } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { SearchIcon } from '../../components/icons'
import { PartnerPicker } from '../../components/PartnerPicker'
import { PeriodFields } from '../../components/PeriodFields'
import { useAccess } from '../../components/useAccess'
import { allTime } from '../../lib/periods'
import { actionNames, actions } from './actions'
import type { Criteria } from './search'

interface Props {
  criteria: Criteria
  busy: boolean
  onSearch: (criteria: Criteria) => void
}

const actionOptions = [{ value: '', label: 'Anything' }, ...actions.map((action) => ({ value: action, label: actionNames[action] }))]

/** Which events are listed. Nothing happens until Search is pressed. */
export function SearchForm({ criteria, busy, onSearch }: Props) {
  const [draft, setDraft] = useState(criteria)
  // Back and forward bring other criteria.
  const [shown, setShown] = useState(criteria)
  if (!same(shown, criteria)) {
    setShown(criteria)
    setDraft(criteria)
  }
  const ever = allTime(useAccess().today)
  const period = { start: draft.start ?? ever.start, end: draft.end ?? ever.end }
  const set = (change: Partial<Criteria>) => setDraft({ ...draft, ...change })
  const backwards = period.end !== '' && period.start > period.end
  const changed = !same(draft, criteria)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!backwards) onSearch(pick(draft))
  }
  return (
    <Paper component="form" aria-label="Criteria" withBorder p="md" mb="lg" onSubmit={submit as never}>
      <PeriodFields
        value={period}
        // All time is no criterion: what happens today and tomorrow belongs to it.
        onChange={({ start, end }) =>
          set(start === ever.start && end === ever.end ? { start: undefined, end: undefined } : { start, end })
        }
        error={backwards ? 'The period ends before it starts.' : undefined}
      />
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md" verticalSpacing="sm" mt="sm">
        <NativeSelect
          label="What was done"
          data={actionOptions}
          value={draft.action ?? ''}
          onChange={({ currentTarget }) => set({ action: (currentTarget.value || undefined) as Criteria['action'] })}
        />
        <PartnerPicker label="About the partner" placeholder="Any" value={draft.partner} onChange={(partner) => set({ partner })} />
        <TextInput
          type="search"
          label="Search"
          placeholder="Who, about what, or an address"
          value={draft.search ?? ''}
          onChange={({ currentTarget }) => set({ search: currentTarget.value || undefined })}
        />
        <Group gap="sm" wrap="nowrap" align="flex-end">
          <Button type="submit" loading={busy} variant={changed ? 'filled' : 'light'} leftSection={<SearchIcon />}>
            Search
          </Button>
          {names.some((name) => criteria[name]) && (
            <Button variant="default" onClick={() => onSearch({})}>
              Clear
            </Button>
          )}
        </Group>
      </SimpleGrid>
      <VisuallyHidden component="output">{changed && 'Changed. Press Search to see it.'}</VisuallyHidden>
    </Paper>
  )
}

const names = ['start', 'end', 'action', 'partner', 'search'] as const

/** The criteria alone: another search starts at its first page. */
function pick(from: Criteria): Criteria {
  return Object.fromEntries(names.map((name) => [name, from[name]]))
}

function same(one: Criteria, other: Criteria): boolean {
  return names.every((name) => one[name] === other[name])
}

import { Button, Group, NativeSelect, Paper, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { CurrencyPicker } from '../../components/CurrencyPicker'
import { PartnerPicker } from '../../components/PartnerPicker'
import { SearchIcon } from '../../components/icons'
import { typeOptions } from './methods'
import { isLimit, type Criteria } from './search'

interface Props {
  criteria: Criteria
  onSearch: (criteria: Criteria) => void
}

/** What the payment search is asked for. Nothing happens until Search is pressed. */
export function SearchForm({ criteria, onSearch }: Props) {
  const [draft, setDraft] = useState(criteria)
  // Back and forward bring other criteria.
  const [shown, setShown] = useState(criteria)
  if (!same(shown, criteria)) {
    setShown(criteria)
    setDraft(criteria)
  }
  const set = (change: Partial<Criteria>) => setDraft({ ...draft, ...change })
  const backwards = !!draft.start && !!draft.end && draft.start > draft.end

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!backwards && !wrong(draft.minimum) && !wrong(draft.maximum)) onSearch(pick(draft))
  }
  return (
    <Paper component="form" aria-label="Criteria" withBorder p="md" mb="lg" onSubmit={submit as never}>
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="md" verticalSpacing="sm">
        <TextInput
          type="date"
          label="Paid from"
          value={draft.start ?? ''}
          onChange={({ currentTarget }) => set({ start: currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label="Paid until"
          value={draft.end ?? ''}
          error={backwards && 'The period ends before it starts.'}
          onChange={({ currentTarget }) => set({ end: currentTarget.value || undefined })}
        />
        <PartnerPicker label="Partner" placeholder="Any" value={draft.partner} onChange={(partner) => set({ partner })} />
        <TextInput
          label="Batch id"
          placeholder="Any"
          value={draft.batch ?? ''}
          onChange={({ currentTarget }) => set({ batch: currentTarget.value || undefined })}
        />
        <Limit label="Minimum amount" value={draft.minimum} onChange={(minimum) => set({ minimum })} error={wrong(draft.minimum)} />
        <Limit label="Maximum amount" value={draft.maximum} onChange={(maximum) => set({ maximum })} error={wrong(draft.maximum)} />
        <NativeSelect
          label="Payment type"
          data={[{ value: '', label: 'Any' }, ...typeOptions]}
          value={draft.type ?? ''}
          onChange={({ currentTarget }) => set({ type: (currentTarget.value || undefined) as Criteria['type'] })}
        />
        <NativeSelect
          label="Batch or one-off"
          data={[
            { value: '', label: 'Both' },
            { value: 'batch', label: 'Batch payments' },
            { value: 'one-off', label: 'One-off payments' },
          ]}
          value={draft.in ?? ''}
          onChange={({ currentTarget }) => set({ in: (currentTarget.value || undefined) as Criteria['in'] })}
        />
        <CurrencyPicker value={draft.currency} onChange={(currency) => set({ currency })} />
      </SimpleGrid>
      <Group mt="md" gap="sm">
        <Button type="submit" leftSection={<SearchIcon />}>
          Search
        </Button>
        {names.some((name) => criteria[name]) && (
          <Button variant="default" onClick={() => onSearch({})}>
            Clear
          </Button>
        )}
        {!same(draft, criteria) && (
          <Text component="output" size="sm" c="dimmed">
            Changed: press Search to see it below.
          </Text>
        )}
      </Group>
    </Paper>
  )
}

interface LimitProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  error: string | false
}

function Limit({ label, value, onChange, error }: LimitProps) {
  return (
    <TextInput
      label={label}
      placeholder="Any"
      inputMode="decimal"
      value={value ?? ''}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value.trim() || undefined)}
    />
  )
}

function wrong(limit: string | undefined): string | false {
  return limit !== undefined && !isLimit(limit) && 'Write it like 1234.50.'
}

const names = ['start', 'end', 'batch', 'partner', 'minimum', 'maximum', 'type', 'in', 'currency'] as const

/** The criteria alone: another search starts at its first page. */
function pick(from: Criteria): Criteria {
  return Object.fromEntries(names.map((name) => [name, from[name]]))
}

function same(one: Criteria, other: Criteria): boolean {
  return names.every((name) => one[name] === other[name])
}

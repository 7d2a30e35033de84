import { Button, Group, NativeSelect, Paper, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { CurrencyPicker } from '../../components/CurrencyPicker'
import { AmountField, DayField } from '../../components/fields'
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
      <SimpleGrid cols={{ base: 2, md: 3, lg: 5 }} spacing="md" verticalSpacing="sm">
        <DayField label="Paid from" value={draft.start ?? ''} onChange={(start) => set({ start: start || undefined })} />
        <DayField
          label="Paid until"
          value={draft.end ?? ''}
          error={backwards && 'The period ends before it starts.'}
          onChange={(end) => set({ end: end || undefined })}
        />
        <PartnerPicker label="Partner" placeholder="Any" value={draft.partner} onChange={(partner) => set({ partner })} />
        <TextInput
          label="Batch id"
          placeholder="Any"
          value={draft.batch ?? ''}
          onChange={({ currentTarget }) => set({ batch: currentTarget.value || undefined })}
        />
        <CurrencyPicker value={draft.currency} onChange={(currency) => set({ currency })} />
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
            { value: 'batch', label: 'Only batch' },
            { value: 'one-off', label: 'Only one-off' },
          ]}
          value={draft.in ?? ''}
          onChange={({ currentTarget }) => set({ in: (currentTarget.value || undefined) as Criteria['in'] })}
        />
        <Group gap="sm" align="flex-end">
          <Button type="submit" leftSection={<SearchIcon />}>
            Search
          </Button>
          {names.some((name) => criteria[name]) && (
            <Button variant="default" onClick={() => onSearch({})}>
              Clear
            </Button>
          )}
        </Group>
      </SimpleGrid>
      {!same(draft, criteria) && (
        <Text component="output" display="block" size="sm" c="dimmed" mt="sm">
          Changed: press Search to see it below.
        </Text>
      )}
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
    <AmountField
      label={label}
      placeholder="Any"
      value={value ?? ''}
      error={error}
      onChange={(typed) => onChange(typed || undefined)}
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

import { Button, Checkbox, Paper, Select, TextInput, VisuallyHidden } from '@mantine/core'
import { useState, type SubmitEventHandler } from 'react'
import { CurrencyPicker } from '../../components/CurrencyPicker'
import { AmountField } from '../../components/fields'
import { PartnerPicker } from '../../components/PartnerPicker'
import { PeriodFields } from '../../components/PeriodFields'
import { DownIcon, SearchIcon } from '../../components/icons'
import { isAmount } from '../../lib/amounts'
import classes from './CriteriaForm.module.css'
import { ProgramPicker } from './ProgramPicker'
import type { Criteria } from './search'

interface Props {
  criteria: Criteria
  onSearch: (criteria: Criteria) => void
}

/** What the report is asked for. Nothing happens until Search is pressed. */
export function CriteriaForm({ criteria, onSearch }: Props) {
  const [draft, setDraft] = useState(criteria)
  // Back and forward bring other criteria.
  const [shown, setShown] = useState(criteria)
  if (!same(shown, criteria)) {
    setShown(criteria)
    setDraft(criteria)
  }
  const [more, setMore] = useState(false)

  const set = (change: Partial<Criteria>) => setDraft({ ...draft, ...change })
  const changed = !same(draft, criteria)
  const backwards = draft.end !== '' && draft.start > draft.end
  const minimumWrong = draft.minimum !== undefined && !isAmount(draft.minimum)
  const submit: SubmitEventHandler = (event) => {
    event.preventDefault()
    if (!backwards && !minimumWrong) onSearch(pick(draft))
  }

  return (
    <form aria-label="Criteria" onSubmit={submit}>
      <Paper withBorder p="md" mb="lg">
        <PeriodFields
          value={draft}
          onChange={set}
          error={backwards ? 'The period ends before it starts.' : undefined}
        />
        <div className={classes.fields}>
          <TextInput
            className={classes.wide}
            type="search"
            label="Search"
            placeholder="Name, code or e-mail address"
            value={draft.search ?? ''}
            onChange={({ currentTarget }) => set({ search: currentTarget.value || undefined })}
          />
          <Button
            className={classes.toggle}
            variant="subtle"
            size="compact-sm"
            rightSection={<DownIcon />}
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            {more ? 'Fewer criteria' : moreLabel(draft)}
          </Button>
          <div className={classes.more} data-open={more || undefined}>
            <Select
              label="Status"
              placeholder="Any"
              clearable
              data={statuses}
              value={draft.status ?? null}
              onChange={(status) => set({ status: status ?? undefined })}
            />
            <ProgramPicker value={draft.program} onChange={(program) => set({ program })} />
            <div className={classes.wide}>
              <PartnerPicker
                label="Referred by"
                placeholder="Any parent partner"
                value={draft.parent}
                onChange={(parent) => set({ parent })}
              />
            </div>
            <div className={classes.wide}>
              <CurrencyPicker value={draft.currency} onChange={(currency) => set({ currency })} />
            </div>
            <AmountField
              className={classes.wide}
              label="Minimum ending balance"
              placeholder="Any"
              value={draft.minimum ?? ''}
              onChange={(minimum) => set({ minimum: minimum || undefined })}
              error={minimumWrong && 'Write it like 1234.50.'}
            />
            <Checkbox
              className={classes.check}
              label="Hide zero rows"
              checked={draft.hideZero === '1'}
              onChange={({ currentTarget }) => set({ hideZero: currentTarget.checked ? '1' : undefined })}
            />
          </div>
          <Button
            className={classes.submit}
            type="submit"
            // It stands out while what is below isn't what is above.
            variant={changed ? 'filled' : 'light'}
            leftSection={<SearchIcon />}
          >
            Search
          </Button>
        </div>
        <VisuallyHidden component="output">{changed && 'Changed. Press Search to see it.'}</VisuallyHidden>
      </Paper>
    </form>
  )
}

const statuses = [
  { value: 'ACTIVE', label: 'Active' },
  { value: 'INACTIVE', label: 'Inactive' },
] as const

const names = ['start', 'end', 'search', 'status', 'program', 'parent', 'currency', 'minimum', 'hideZero'] as const

/** The criteria alone: the draft has begun as all that is in the address, which has changed since. */
function pick({ start, end, ...from }: Criteria): Criteria {
  return { start, end, ...Object.fromEntries(names.slice(2).map((name) => [name, from[name as keyof typeof from]])) }
}

function same(one: Criteria, other: Criteria): boolean {
  return names.every((name) => one[name] === other[name])
}

/** On a phone the rarer criteria are folded away; those in use are counted. */
function moreLabel(draft: Criteria): string {
  const used = names.slice(3).filter((name) => draft[name] !== undefined).length
  return used > 0 ? `More criteria (${used} in use)` : 'More criteria'
}

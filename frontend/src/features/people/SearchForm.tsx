import { Button, Group, NativeSelect, Paper, SegmentedControl, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { SearchIcon } from '../../components/icons'
import { roleNames } from '../../components/roleNames'
import { roles, type PeopleSearch } from './search'

interface Props {
  search: PeopleSearch
  busy: boolean
  onSearch: (search: PeopleSearch) => void
}

const states = [
  { value: '', label: 'All' },
  { value: 'yes', label: 'Active' },
  { value: 'no', label: 'Deactivated' },
]

const roleOptions = [{ value: '', label: 'Any role' }, ...roles.map((role) => ({ value: role, label: roleNames[role] }))]

/** Which people are listed. */
export function SearchForm({ search: { search, role, active }, busy, onSearch }: Props) {
  const [typed, setTyped] = useState(search ?? '')
  // Back and forward bring another search.
  const [shown, setShown] = useState(search)
  if (shown !== search) {
    setShown(search)
    setTyped(search ?? '')
  }

  const find = (change: Omit<PeopleSearch, 'search'>) => onSearch({ search: typed.trim() || undefined, role, active, ...change })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    find({})
  }
  return (
    <Paper component="form" aria-label="People" withBorder p="md" mb="lg" onSubmit={submit as never}>
      <Group gap="sm" align="flex-end">
        <TextInput
          type="search"
          label="Search"
          placeholder="Name or e-mail address"
          leftSection={<SearchIcon />}
          flex="1 1 240px"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <NativeSelect
          label="Role"
          data={roleOptions}
          value={role ?? ''}
          onChange={({ currentTarget }) => find({ role: (currentTarget.value || undefined) as PeopleSearch['role'] })}
        />
        <SegmentedControl
          aria-label="Status"
          data={states}
          value={active ?? ''}
          onChange={(chosen) => find({ active: (chosen || undefined) as PeopleSearch['active'] })}
        />
        <Button type="submit" loading={busy}>
          Search
        </Button>
      </Group>
    </Paper>
  )
}

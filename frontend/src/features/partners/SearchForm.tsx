import { Button, Group, Paper, SegmentedControl, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { SearchIcon } from '../../components/icons'
import type { PartnersSearch } from './search'

interface Props {
  search: PartnersSearch
  onSearch: (search: PartnersSearch) => void
}

const statuses = [
  { value: '', label: 'All' },
  { value: 'ACTIVE', label: 'Active' },
  { value: 'INACTIVE', label: 'Inactive' },
]

/** Which partners are listed. */
export function SearchForm({ search: { search, status }, onSearch }: Props) {
  const [typed, setTyped] = useState(search ?? '')
  // Back and forward bring another search.
  const [shown, setShown] = useState(search)
  if (shown !== search) {
    setShown(search)
    setTyped(search ?? '')
  }

  const find = (chosen: string) =>
    onSearch({ search: typed.trim() || undefined, status: (chosen || undefined) as PartnersSearch['status'] })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    find(status ?? '')
  }
  return (
    <Paper component="form" aria-label="Partners" withBorder p="md" mb="lg" onSubmit={submit as never}>
      <Group gap="sm" align="flex-end">
        <TextInput
          type="search"
          label="Search"
          placeholder="Name, code or e-mail address"
          leftSection={<SearchIcon />}
          flex="1 1 240px"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <SegmentedControl aria-label="Status" data={statuses} value={status ?? ''} onChange={find} />
        <Button type="submit">
          Search
        </Button>
      </Group>
    </Paper>
  )
}

import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { graphql, readFragment } from '../gql'
import { query } from '../lib/query'

const partnersQuery = graphql(`
  query PartnerPicker($search: String) {
    referralPartners(search: $search, first: 20) {
      nodes {
        ...PickedPartner
      }
    }
  }
`)

const partnerQuery = graphql(`
  query PartnerPickerValue($id: ID!) {
    referralPartner(id: $id) {
      ...PickedPartner
    }
  }
`)

const pickedPartner = graphql(`
  fragment PickedPartner on ReferralPartner {
    id
    code
    name
  }
`)

interface Props {
  label: string
  placeholder?: string
  value: string | undefined
  onChange: (id: string | undefined) => void
  error?: string
}

/** Chooses one partner by part of the name, code or e-mail address. The server searches, however many there are. */
export function PartnerPicker({ label, placeholder, value, onChange, error }: Props) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 200)
  const chosen = useQuery({ ...query(partnerQuery, { id: value ?? '' }), enabled: value !== undefined })
  const found = useQuery({ ...query(partnersQuery, { search: search || null }), placeholderData: keepPreviousData })

  const partner = value === undefined ? null : readFragment(pickedPartner, chosen.data?.referralPartner)
  const options = readFragment(pickedPartner, found.data?.referralPartners.nodes) ?? []
  const data = options.map(option)
  // The field shows the name of what is chosen, which may not be among what was found.
  if (partner && !data.some((one) => one.value === partner.id)) data.push(option(partner))
  const name = partner ? option(partner).label : ''

  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={data}
      value={value ?? null}
      error={error}
      onChange={(id) => onChange(id ?? undefined)}
      searchable
      clearable
      onSearchChange={(text) => setTyped(text === name ? '' : text)}
      // The server has searched, by more than the label.
      filter={({ options: all }) => all}
      nothingFoundMessage={nothingFound(found)}
    />
  )
}

function nothingFound({ isFetching, error }: { isFetching: boolean; error: unknown }) {
  if (isFetching) return 'Searching …'
  return error ? 'The partners cannot be searched at present.' : 'No partner has this in the name, code or e-mail address.'
}

function option({ id, code, name }: { id: string; code: string; name: string }) {
  return { value: id, label: `${name} (${code})` }
}

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { graphql } from '../../gql'
import { query } from '../../lib/query'

const programsQuery = graphql(`
  query ProgramPicker {
    commissionPrograms {
      id
      name
    }
  }
`)

interface Props {
  value: string | undefined
  onChange: (id: string | undefined) => void
}

export function ProgramPicker({ value, onChange }: Props) {
  const { data, isPending } = useQuery(query(programsQuery, {}))
  const programs = data?.commissionPrograms ?? []
  return (
    <Select
      label="Program"
      placeholder="Any"
      clearable
      data={programs.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      nothingFoundMessage={isPending ? 'Loading …' : 'There is no program yet.'}
    />
  )
}

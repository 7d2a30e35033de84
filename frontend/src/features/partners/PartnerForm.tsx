import { NativeSelect, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { CurrencyPicker } from '../../components/CurrencyPicker'
import { FormBody } from '../../components/FormDialog'
import { PartnerPicker } from '../../components/PartnerPicker'
import { graphql } from '../../gql'
import { query } from '../../lib/query'
import { sortProblems, type UserError } from '../../lib/userErrors'
import type { PartnerDraft } from './draft'

const programsQuery = graphql(`
  query PartnerFormPrograms {
    commissionPrograms {
      id
      name
      isDefault
    }
  }
`)

interface Props {
  initial: PartnerDraft
  action: string
  once?: boolean
  saving: { save: (draft: PartnerDraft) => void; busy: boolean; error: unknown; userErrors: readonly UserError[] }
  onCancel: () => void
}

const statuses = [
  { value: 'ACTIVE', label: 'Active' },
  { value: 'INACTIVE', label: 'Inactive' },
]

/** What is recorded of a partner. */
export function PartnerForm({ initial, action, once, saving, onCancel }: Props) {
  const [draft, setDraft] = useState(initial)
  const set = (change: Partial<PartnerDraft>) => setDraft({ ...draft, ...change })
  const programs = useQuery(query(programsQuery, {})).data?.commissionPrograms ?? []
  const byDefault = programs.find(({ isDefault }) => isDefault)
  const { at, rest } = sortProblems(saving.userErrors, ['code', 'name', 'email'])
  const statusLabel = useId()

  return (
    <FormBody
      action={action}
      saving={saving}
      once={once}
      problems={rest}
      onSubmit={() => saving.save(draft)}
      onCancel={onCancel}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          label="Name"
          data-autofocus
          value={draft.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          error={at.name}
        />
        <TextInput
          label="Code"
          value={draft.code}
          onChange={({ currentTarget }) => set({ code: currentTarget.value })}
          error={at.code}
        />
        <TextInput
          label="E-mail"
          inputMode="email"
          value={draft.email}
          onChange={({ currentTarget }) => set({ email: currentTarget.value })}
          error={at.email}
        />
        <CurrencyPicker value={draft.currencyCode} onChange={(currencyCode) => set({ currencyCode })} />
        <PartnerPicker
          label="Referred by"
          placeholder="Nobody: found without a partner"
          value={draft.parentId}
          onChange={(parentId) => set({ parentId })}
        />
        <NativeSelect
          label="Program"
          data={[
            { value: '', label: byDefault ? `The default (now ${byDefault.name})` : 'The default' },
            ...programs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={draft.programId ?? ''}
          onChange={({ currentTarget }) => set({ programId: currentTarget.value || undefined })}
        />
      </SimpleGrid>
      <Stack gap={6} align="flex-start">
        <Text id={statusLabel} size="sm" fw={500}>
          Status
        </Text>
        <SegmentedControl
          aria-labelledby={statusLabel}
          data={statuses}
          value={draft.status}
          onChange={(status) => set({ status: status as PartnerDraft['status'] })}
        />
      </Stack>
    </FormBody>
  )
}

import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { FormBody } from '../../components/FormDialog'
import { PartnerPicker } from '../../components/PartnerPicker'
import { roleNames, roleRights } from '../../components/roleNames'
import type { Role } from '../../gql/graphql'
import { sortProblems, type UserError } from '../../lib/userErrors'
import type { PersonDraft } from './draft'
import { roles } from './search'

interface Props {
  initial: PersonDraft
  action: string
  /** What else comes of it. */
  note?: (draft: PersonDraft) => ReactNode
  once?: boolean
  saving: { save: (draft: PersonDraft) => void; busy: boolean; error: unknown; userErrors: readonly UserError[] }
  onCancel: () => void
}

const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }))

/** What is recorded of a person. */
export function PersonForm({ initial, action, note, once, saving, onCancel }: Props) {
  const [draft, setDraft] = useState(initial)
  const set = (change: Partial<PersonDraft>) => setDraft({ ...draft, ...change })
  const { at, rest } = sortProblems(saving.userErrors, ['name', 'email', 'role', 'partnerId'])
  const told = note?.(draft)
  return (
    <FormBody action={action} saving={saving} once={once} problems={rest} onSubmit={() => saving.save(draft)} onCancel={onCancel}>
      <TextInput
        label="Name"
        data-autofocus
        value={draft.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        error={at.name}
      />
      <TextInput
        label="E-mail"
        description="To sign in with."
        inputMode="email"
        value={draft.email}
        onChange={({ currentTarget }) => set({ email: currentTarget.value })}
        error={at.email}
      />
      <NativeSelect
        label="Role"
        description={roleRights[draft.role]}
        data={roleOptions}
        value={draft.role}
        onChange={({ currentTarget }) => set({ role: currentTarget.value as Role })}
        error={at.role}
      />
      {draft.role === 'PARTNER' && (
        <PartnerPicker
          label="Partner"
          placeholder="Name, code or e-mail address"
          value={draft.partnerId}
          onChange={(partnerId) => set({ partnerId })}
          error={at.partnerId && 'Choose whose ledger the person sees.'}
        />
      )}
      {told && <Text size="sm">{told}</Text>}
    </FormBody>
  )
}

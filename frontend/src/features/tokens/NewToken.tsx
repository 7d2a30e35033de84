import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '../../components/fields'
import { FormBody, FormDialog } from '../../components/FormDialog'
import { roleNames, roleRights } from '../../components/roleNames'
import { ShownOnce } from '../../components/ShownOnce'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import { request, serverAddress } from '../../lib/api'
import { endOf } from '../../lib/instants'
import { oneOf } from '../../lib/search'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'
import { exampleCall } from './curl'

const createMutation = graphql(`
  mutation CreateAccessToken($name: String!, $role: Role!, $expiresAt: DateTime) {
    createAccessToken(name: $name, role: $role, expiresAt: $expiresAt) {
      token
      userErrors {
        message
        field
      }
    }
  }
`)

// A partner's token is made by the API, for as long as somebody is in a portal.
const roles = ['READ_ONLY', 'FINANCE', 'ADMIN'] as const
const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }))

/** Lets a program in; the dialog ends with the token. */
export function NewToken() {
  return (
    <FormDialog button="New token" buttonProps={{ variant: 'filled' }} title="New access token" size="lg" keepOpen>
      {(close) => <Form onClose={close} />}
    </FormDialog>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const { business, today } = useAccess()
  const [name, setName] = useState('')
  const [role, setRole] = useState<(typeof roles)[number]>('READ_ONLY')
  const [lastDay, setLastDay] = useState('')
  const [token, setToken] = useState('')
  const saving = useSave(
    async () => {
      const expiresAt = lastDay ? endOf(lastDay, business!.timeZone) : null
      return (await request(createMutation, { name: name.trim(), role, expiresAt })).createAccessToken
    },
    (made) => setToken(made.token!),
    `The token ${name.trim()} is made, and was shown to nobody. Revoke it, and make another.`,
  )
  if (token) return <Made token={token} name={name} onClose={onClose} />
  const { at, rest } = sortProblems(saving.userErrors, ['name', 'role', 'expiresAt'])
  return (
    <FormBody action="Make the token" saving={saving} once problems={rest} onSubmit={() => saving.save(undefined)} onCancel={onClose}>
      <TextInput
        label="Name"
        description="What it is for: it stands beside all that is recorded with it."
        data-autofocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={at.name}
      />
      <NativeSelect
        label="Role"
        description={roleRights[role]}
        data={roleOptions}
        value={role}
        onChange={({ currentTarget }) => setRole(oneOf(roles, currentTarget.value)!)}
        error={at.role}
      />
      <DayField
        label="Last day"
        description="Left empty, it is good until you revoke it."
        min={today}
        max="9998-12-31"
        value={lastDay}
        onChange={setLastDay}
        error={at.expiresAt}
      />
    </FormBody>
  )
}

function Made({ token, name, onClose }: { token: string; name: string; onClose: () => void }) {
  return (
    <Stack gap="md">
      <Text size="sm">
        The token <b>{name}</b> is made. Keep it like a password: whoever has it may do what its role may.
      </Text>
      <ShownOnce focused label="Access token" description="It is shown only now." value={token} />
      <ShownOnce
        label="To try it"
        description="The token goes into the header Authorization of each request."
        value={exampleCall(serverAddress || location.origin, token)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}

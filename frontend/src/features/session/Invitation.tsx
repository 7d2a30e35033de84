import { Anchor, Button, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { Failure } from '../../components/Failure'
import { graphql } from '../../gql'
import type { InvitationQuery } from '../../gql/graphql'
import { request } from '../../lib/api'
import { formatInstant } from '../../lib/days'
import { isLost } from '../../lib/lost'
import { beginSession } from '../../lib/session'
import { useSave } from '../../lib/useSave'
import { sentence, sortProblems } from '../../lib/userErrors'
import { Door } from './Door'
import { NewPasswordFields } from './NewPasswordFields'
import { problemsOf } from './passwords'
import { Refusal } from './Refusal'

const invitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      email
      name
      expiresAt
    }
  }
`)

const acceptMutation = graphql(`
  mutation AcceptInvitation($token: String!, $password: String!) {
    acceptInvitation(token: $token, password: $password) {
      userErrors {
        message
        field
      }
    }
  }
`)

interface Props {
  token: string
  onDone: () => void
}

/** Behind the link of an invitation: whom it is for, and their first password. */
export function Invitation({ token, onDone }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => request(invitationQuery, { token }, { signal, token: '' }),
    enabled: token !== '',
    gcTime: 0,
  })
  const leave = () => {
    history.replaceState(null, '', '/')
    onDone()
  }
  if (error) {
    return (
      <Door title="Your invitation">
        <Failure title="The invitation cannot be shown" error={error} onRetry={() => void refetch()} />
      </Door>
    )
  }
  if (token === '' || data?.invitation === null) return <NoInvitation onLeave={leave} />
  if (!data?.invitation) return <Door title="Your invitation"><Skeleton height={240} /></Door>
  return <Form token={token} invitation={data.invitation} onLeave={leave} />
}

function NoInvitation({ onLeave }: { onLeave: () => void }) {
  return (
    <Door title="This link is no longer good">
      <Text size="sm">
        An invitation can be used once, for a few days, and a new one takes the place of the one before. Open the link from
        the message once more, whole; if that does not help, ask whoever invited you for another.
      </Text>
      <Anchor component="button" type="button" fz="sm" ta="start" onClick={onLeave}>
        Go to the sign-in page
      </Anchor>
    </Door>
  )
}

interface FormProps {
  token: string
  invitation: NonNullable<InvitationQuery['invitation']>
  onLeave: () => void
}

function Form({ token, invitation: { name, email, expiresAt }, onLeave }: FormProps) {
  const [typed, setTyped] = useState({ password: '', again: '' })
  const [problems, setProblems] = useState({})
  const saving = useSave(
    async () => (await request(acceptMutation, { token, password: typed.password }, { token: '' })).acceptInvitation,
    () => {
      beginSession()
      onLeave()
    },
  )
  const { at, rest } = sortProblems(saving.userErrors, ['password'])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = problemsOf(typed)
    setProblems(found)
    if (Object.keys(found).length === 0 && !saving.busy) saving.save(undefined)
  }
  return (
    <Door title={`Welcome, ${name}`} description={`Set a password to sign in with. The link is good until ${formatInstant(expiresAt)}.`}>
      <Stack component="form" gap="md" aria-label="Set a password" onSubmit={submit as never}>
        {!saving.busy && (
          <Refusal title={isLost(saving.error) ? 'Whether the password is set is not known' : 'The password is not set'}>
            {saving.error ? `${sentence(saving.error.message)}${isLost(saving.error) ? ' Try to sign in with it.' : ''}` : rest.join(' ')}
          </Refusal>
        )}
        <TextInput type="email" name="email" label="E-mail" autoComplete="username" readOnly value={email} />
        <NewPasswordFields value={typed} onChange={setTyped} problems={{ ...at, ...problems }} />
        <Button type="submit" loading={saving.busy}>
          Set the password and sign in
        </Button>
      </Stack>
    </Door>
  )
}

import { Button, Code, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { graphql } from '../../gql'
import { request } from '../../lib/api'
import { beginSession, cleanToken } from '../../lib/session'
import { focusFirst } from './focusFirst'
import { Refusal } from './Refusal'

const tokenQuery = graphql(`
  query TryToken {
    viewer {
      role
    }
  }
`)

/** Asks for a token, and tries it before it is used. */
export function TokenForm({ reason }: { reason: string }) {
  const [pasted, setPasted] = useState('')
  const trial = useMutation({
    mutationFn: (token: string) => request(tokenQuery, {}, { token }),
    onSuccess: (_, token) => beginSession(token),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    trial.mutate(cleanToken(pasted))
  }
  return (
    <Stack component="form" gap="md" aria-label="Sign in" onSubmit={submit as never}>
      {!trial.isPending && <Refusal>{trial.error?.message ?? reason}</Refusal>}
      <PasswordInput
        label="Access token"
        value={pasted}
        onChange={({ currentTarget }) => setPasted(currentTarget.value)}
        // Nothing but visible ASCII can go into a header.
        pattern="\s*([Bb]earer\s+)?[!-~]+\s*"
        title="One word, as it was printed"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the token', tabIndex: 0 }}
        autoComplete="off"
        ref={focusFirst}
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <Button type="submit" loading={trial.isPending}>
        Sign in
      </Button>
      <Text c="dimmed" size="xs">
        An administrator makes tokens, here or on the server: <Code>partnerledger token create</Code>
      </Text>
    </Stack>
  )
}

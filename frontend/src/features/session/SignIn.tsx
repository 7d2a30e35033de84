import { Alert, Button, Code, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { graphql } from '../../gql'
import { request } from '../../lib/api'
import { beginSession, cleanToken, useSession } from '../../lib/session'
import classes from './SignIn.module.css'

const signInQuery = graphql(`
  query SignIn {
    viewer {
      role
    }
  }
`)

/** Asks for a token, and tries it before it is used. */
export function SignIn() {
  const { reason } = useSession()
  const [pasted, setPasted] = useState('')
  const trial = useMutation({
    mutationFn: (token: string) => request(signInQuery, {}, { token }),
    onSuccess: (_, token) => beginSession(token),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    trial.mutate(cleanToken(pasted))
  }
  const refusal = trial.error?.message ?? reason

  return (
    <main className={classes.page}>
      <title>Sign in · Partner Ledger</title>
      <Paper component="form" withBorder p="xl" onSubmit={submit as never}>
        <Stack gap="md">
          <div>
            <Title order={1}>Sign in to Partner Ledger</Title>
            <Text c="dimmed" size="sm" mt={4}>
              Paste your access token. It is kept until you close this tab.
            </Text>
          </div>
          {refusal && !trial.isPending && (
            <Alert color="red" role="alert" title="You are not signed in">
              {refusal}
            </Alert>
          )}
          <PasswordInput
            label="Access token"
            value={pasted}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
            // Nothing but visible ASCII can go into a header.
            pattern="\s*([Bb]earer\s+)?[!-~]+\s*"
            title="One word, as it was printed"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the token', tabIndex: 0 }}
            autoComplete="off"
            spellCheck={false}
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={trial.isPending}>
            Sign in
          </Button>
          <Text c="dimmed" size="xs">
            The server prints a token when it starts for the first time. To make another:{' '}
            <Code>partnerledger token create</Code>
          </Text>
        </Stack>
      </Paper>
    </main>
  )
}

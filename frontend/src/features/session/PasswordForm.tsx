import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type SubmitEvent } from 'react'
import { graphql } from '../../gql'
import { request } from '../../lib/api'
import { beginSession } from '../../lib/session'
import { focusFirst } from './focusFirst'
import { Refusal } from './Refusal'

const signInMutation = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      userErrors {
        code
        message
      }
    }
  }
`)

/** E-mail and password. What is wrong is told without saying which of the two. */
export function PasswordForm({ reason }: { reason: string }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => request(signInMutation, { email: email.trim(), password }, { token: '' }),
    onSuccess: ({ signIn: { userErrors } }) => {
      if (userErrors.length === 0) beginSession()
      else field.current?.select()
    },
  })
  const refusal = data?.signIn.userErrors[0]
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isPending) mutate()
  }
  return (
    <Stack component="form" gap="md" aria-label="Sign in" onSubmit={submit as never}>
      {!isPending && (
        <Refusal title={refusal?.code === 'TOO_MANY_ATTEMPTS' ? 'Too many attempts' : undefined}>
          {error?.message ?? refusal?.message ?? reason}
        </Refusal>
      )}
      <TextInput
        type="email"
        name="email"
        label="E-mail"
        autoComplete="username"
        ref={focusFirst}
        required
        withAsterisk={false}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <PasswordInput
        ref={field}
        name="password"
        label="Password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
        required
        withAsterisk={false}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <Button type="submit" loading={isPending}>
        Sign in
      </Button>
    </Stack>
  )
}

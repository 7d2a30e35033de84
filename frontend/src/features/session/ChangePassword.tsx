import { Button, Group, Modal, PasswordInput, Stack, VisuallyHidden } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { graphql } from '../../gql'
import { request } from '../../lib/api'
import { isLost } from '../../lib/lost'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sentence, sortProblems } from '../../lib/userErrors'
import { NewPasswordFields } from './NewPasswordFields'
import { problemsOf } from './passwords'
import { Refusal } from './Refusal'

const changeMutation = graphql(`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      userErrors {
        message
        field
      }
    }
  }
`)

interface Props {
  email: string
  opened: boolean
  onClose: () => void
}

/** Another password for whoever is signed in. */
export function ChangePassword({ email, opened, onClose }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Change your password"
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{ title: { fontWeight: 650 }, header: { background: 'var(--surface)' }, content: { background: 'var(--surface)' } }}
      // Outside of any section, a header would be the page's second banner.
      attributes={{ header: { role: 'none' } }}
    >
      <Form email={email} onClose={onClose} />
    </Modal>
  )
}

function Form({ email, onClose }: Omit<Props, 'opened'>) {
  const [currentPassword, setCurrent] = useState('')
  const [typed, setTyped] = useState({ password: '', again: '' })
  const [problems, setProblems] = useState({})
  const saving = useSave(
    async () => (await request(changeMutation, { currentPassword, newPassword: typed.password })).changePassword,
    () => {
      onClose()
      void notify({ title: 'Your password is changed', message: 'Wherever else you were signed in, you are no longer.' })
    },
  )
  const { at, rest } = sortProblems(saving.userErrors, ['currentPassword', 'newPassword'])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = problemsOf(typed)
    setProblems(found)
    if (Object.keys(found).length === 0 && !saving.busy) saving.save(undefined)
  }
  return (
    <Stack component="form" gap="md" aria-label="Change your password" onSubmit={submit as never}>
      {!saving.busy && (
        <Refusal title={isLost(saving.error) ? 'Whether the password is changed is not known' : 'The password stays as it is'}>
          {saving.error ? `${sentence(saving.error.message)}${isLost(saving.error) ? ' Sign in with the new one to find out.' : ''}` : rest.join(' ')}
        </Refusal>
      )}
      {/* For whatever keeps passwords for people. */}
      <VisuallyHidden>
        <input type="email" name="email" aria-label="E-mail" autoComplete="username" readOnly tabIndex={-1} value={email} />
      </VisuallyHidden>
      <PasswordInput
        name="password"
        label="Current password"
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
        required
        withAsterisk={false}
        value={currentPassword}
        error={at.currentPassword}
        onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
      />
      <NewPasswordFields value={typed} onChange={setTyped} problems={{ password: at.newPassword, ...problems }} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={saving.busy}>
          Change the password
        </Button>
      </Group>
    </Stack>
  )
}

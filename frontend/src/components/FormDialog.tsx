import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode, SubmitEvent } from 'react'
import { ApiError } from '../lib/api'
import { Failure } from './Failure'

interface Props {
  title: string
  opened: boolean
  onClose: () => void
  size?: string
  /** Made anew each time the dialog opens, so that what was typed before is gone. */
  children: ReactNode
}

export function FormDialog({ title, opened, onClose, size = 'md', children }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={surface}
      // Outside of any section, a header would be the page's second banner.
      attributes={{ header: { role: 'none' } }}
    >
      {children}
    </Modal>
  )
}

const surface = {
  title: { fontWeight: 650 },
  header: { background: 'var(--surface)' },
  content: { background: 'var(--surface)' },
}

interface BodyProps {
  /** What the button does: "Record the refund". */
  action: string
  busy: boolean
  color?: string
  error: unknown
  /** What is wrong with the whole, as the server says. */
  problems: string[]
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}

/** The form in a dialog: fields, what is wrong, and the two ways out. */
export function FormBody({ action, busy, color, error, problems, onSubmit, onCancel, children }: BodyProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    // The second click of two comes before the button is seen to be busy.
    if (!busy) onSubmit()
  }
  return (
    <form onSubmit={submit as never}>
      <Stack gap="md">
        {children}
        {problems.length > 0 && (
          <Alert color="red" role="alert" title="Nothing was recorded">
            {problems.join(' ')}
          </Alert>
        )}
        {!!error && <Failure title={lost(error) ? 'No answer came' : 'Nothing was recorded'} error={error} />}
        {lost(error) && (
          <Text size="sm" c="dimmed">
            It may have been recorded all the same. Press the button again: what is there already is not recorded twice.
          </Text>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} color={color}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Whether the call may have done what it should, for all that came back. */
function lost(error: unknown): boolean {
  return error instanceof ApiError && ['UNREACHABLE', 'TIMEOUT', 'UNREADABLE'].includes(error.code)
}

import { Alert, Button, Group, Modal, Stack, Text, type ButtonProps } from '@mantine/core'
import { Fragment, useLayoutEffect, useRef, useState, type ReactNode, type Ref, type SubmitEvent } from 'react'
import { isLost } from '../lib/lost'
import { Failure } from './Failure'
import { WriteButton } from './WriteButton'

interface Props extends DialogProps {
  /** The button that opens the dialog. */
  button: ReactNode
  /** More of the button: how it looks, or what it is called where its words alone don't tell. */
  buttonProps?: ButtonProps & { 'aria-label'?: string }
  /** Made anew each time the dialog opens, so that what was typed before is gone. */
  children: (close: () => void) => ReactNode
}

/** A button, and the form that it opens. */
export function FormDialog({ button, buttonProps, children, ...dialog }: Props) {
  const [opening, setOpening] = useState<object>()
  // What was sent by a form that was closed, and is saved now, doesn't close the next one.
  const close = () => setOpening((now) => (now === opening ? undefined : now))
  const trigger = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    () => () => {
      // A payment is voided once, and its button is gone: the keyboard goes on from the heading of the page.
      const focused = document.activeElement
      if (focused && (focused === trigger.current || content.current?.contains(focused))) {
        document.querySelector('h1')?.focus({ preventScroll: true })
      }
    },
    [],
  )
  return (
    <>
      <WriteButton ref={trigger} variant="default" {...buttonProps} onClick={() => setOpening({})}>
        {button}
      </WriteButton>
      <Dialog {...dialog} ref={content} opened={!!opening} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  )
}

interface DialogProps {
  title: string
  size?: string
  /** A click beside it does not close it: it may hold what is shown only once. */
  keepOpen?: boolean
}

interface OpenProps extends DialogProps {
  ref?: Ref<HTMLDivElement>
  opened: boolean
  onClose: () => void
  children: ReactNode
}

/** What a form stands in, opened by whatever is around it. */
export function Dialog({ ref, opened, onClose, title, size = 'md', keepOpen, children }: OpenProps) {
  // While it closes, what it was about may have changed already.
  const [asked, setAsked] = useState({ opened, title, times: 0 })
  if (opened !== asked.opened) setAsked(opened ? { opened, title, times: asked.times + 1 } : { ...asked, opened })
  return (
    <Modal
      ref={ref}
      opened={opened}
      onClose={onClose}
      title={asked.title}
      size={size}
      closeOnClickOutside={!keepOpen}
      // Gone at once: what is answered while a form fades away would be told to nobody.
      transitionProps={{ exitDuration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={surface}
      // Outside of any section, a header would be the page's second banner.
      attributes={{ header: { role: 'none' } }}
    >
      <Fragment key={asked.times}>{children}</Fragment>
    </Modal>
  )
}

const surface = {
  title: { fontWeight: 650, lineHeight: 1.35 },
  header: { background: 'var(--surface)' },
  content: { background: 'var(--surface)' },
}

interface BodyProps {
  /** What the button does: "Record the refund". */
  action: string
  color?: string
  saving: { busy: boolean; error: unknown }
  /** Sent again, it would be done twice, or refused as being there already. */
  once?: boolean
  /** What is wrong with the whole, as the server says. */
  problems: string[]
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}

/** The form in a dialog: fields, what is wrong, and the two ways out. */
export function FormBody({ action, color, saving: { busy, error }, once, problems, onSubmit, onCancel, children }: BodyProps) {
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
        {!!error && <Failure title={isLost(error) ? 'Whether it was recorded is not known' : 'Nothing was recorded'} error={error} />}
        {isLost(error) && (
          <Text size="sm" c="dimmed">
            It may have been recorded all the same.{' '}
            {once
              ? 'Close this and look for it in the list before you try again.'
              : 'Press the button again: what is there already is not recorded twice.'}
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

import { Button, CopyButton, Group, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'

interface Props {
  label: string
  description: string
  value: string
  /** It comes in place of a form that had the focus. */
  focused?: boolean
}

/** What is shown only now: to be copied by a button, or by hand. */
export function ShownOnce({ label, description, value, focused = false }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])

  return (
    <Group align="flex-end" gap="sm">
      <Textarea
        flex="1 1 240px"
        label={label}
        description={description}
        ref={field}
        readOnly
        autosize
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13, wordBreak: 'break-all' } }}
        value={value}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <CopyButton value={value} timeout={3000}>
        {({ copied, copy }) => (
          <Button variant={copied ? 'light' : 'filled'} onClick={copy} aria-live="polite">
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}

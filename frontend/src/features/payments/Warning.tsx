import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  title: string
  /** Said at once to those who cannot see it appear. */
  urgent?: boolean
  children: ReactNode
}

/** What a person should know before going on. */
export function Warning({ title, urgent = false, children }: Props) {
  return (
    <Alert
      variant="outline"
      color="orange"
      bg="var(--surface)"
      c="var(--mantine-color-text)"
      title={title}
      role={urgent ? 'alert' : 'group'}
    >
      {children}
    </Alert>
  )
}

import { Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  title: string
  /** Why there may be nothing, and what to do. */
  children: ReactNode
  actions?: ReactNode
}

/** What stands where a list would be. */
export function Nothing({ title, children, actions }: Props) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="xs" py="lg" ta="center">
        <Text fw={600}>{title}</Text>
        <Text c="dimmed" size="sm" maw={460}>
          {children}
        </Text>
        {actions}
      </Stack>
    </Paper>
  )
}

/** The same in one line, where a short list would be. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <Paper withBorder px="md" py="sm">
      <Text size="sm" c="dimmed">
        {children}
      </Text>
    </Paper>
  )
}

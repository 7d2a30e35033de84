import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  children: ReactNode
  /** What belongs to it, smaller, below. */
  below: ReactNode
}

/** A cell of a table that says two things. */
export function TwoLines({ children, below }: Props) {
  return (
    <Stack gap={0}>
      <span>{children}</span>
      {below && (
        <Text span size="xs" c="dimmed" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {below}
        </Text>
      )}
    </Stack>
  )
}

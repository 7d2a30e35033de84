import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import icon from '../../../playground/icon.svg'
import classes from './Door.module.css'

interface Props {
  title: string
  description?: string
  children: ReactNode
}

/** The page in front of all others, for people who have not signed in. */
export function Door({ title, description, children }: Props) {
  return (
    <main className={classes.page}>
      <title>{`${title} · Partner Ledger`}</title>
      <Paper withBorder p={{ base: 'lg', xs: 'xl' }}>
        <Stack gap="md">
          <div>
            <img src={icon} alt="" width={36} height={36} className={classes.icon} />
            <Title order={1}>{title}</Title>
            {description && (
              <Text c="dimmed" size="sm" mt={4}>
                {description}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
    </main>
  )
}

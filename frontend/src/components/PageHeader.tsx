import { Group, Text, Title } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  title: string
  description?: ReactNode
  /** Buttons and menus that concern the whole page. */
  actions?: ReactNode
}

let firstPage = true

/** What every page begins with. */
export function PageHeader({ title, description, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Whoever follows a link hears where they are, and goes on from there. The browser does so for the first page.
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])

  return (
    <Group component="header" justify="space-between" align="flex-start" gap="sm" mb="lg">
      <title>{`${title} · Partner Ledger`}</title>
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {description && (
          <Text component="div" c="dimmed" size="sm" mt={2}>
            {description}
          </Text>
        )}
      </div>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  )
}

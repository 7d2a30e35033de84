import { Badge } from '@mantine/core'

/** What became of a thing, by word and outline, not by colour alone. */
export function StateBadge({ children, color = 'gray' }: { children: string; color?: string }) {
  return (
    <Badge variant="outline" color={color} size="sm" miw="max-content" c="var(--mantine-color-text)">
      {children}
    </Badge>
  )
}

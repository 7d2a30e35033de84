import { Badge } from '@mantine/core'

/** By word and outline, not by colour alone. */
export function VoidedBadge() {
  return (
    <Badge variant="outline" color="gray" size="sm" c="var(--mantine-color-text)">
      Voided
    </Badge>
  )
}

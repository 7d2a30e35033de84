import { Group, Text } from '@mantine/core'
import icon from '../../playground/icon.svg'

export function Brand() {
  return (
    <Group gap={10} wrap="nowrap">
      <img src={icon} alt="" width={26} height={26} />
      <Text component="span" fw={650} fz={16}>
        Partner Ledger
      </Text>
    </Group>
  )
}

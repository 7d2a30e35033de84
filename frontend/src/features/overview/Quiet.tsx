import { Button, Skeleton, Stack } from '@mantine/core'
import { Nothing } from '../../components/Nothing'
import { formatMonth, type Month } from '../../lib/months'

export function Loading() {
  return (
    <Stack gap="xl" aria-busy="true">
      <Skeleton height={104} />
      <Skeleton height={340} />
    </Stack>
  )
}

interface Props {
  month: Month
  onLatest: () => void
}

/** In place of the months, where nothing moved in them. */
export function Quiet({ month, onLatest }: Props) {
  return (
    <Nothing
      title={`Nothing moved in the twelve months until ${formatMonth(month)}`}
      actions={
        <Button mt="xs" variant="default" onClick={onLatest}>
          Show the latest months with entries
        </Button>
      }
    >
      Choose another last month above.
    </Nothing>
  )
}

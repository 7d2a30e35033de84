import { Progress, Text } from '@mantine/core'

interface Props {
  percent: number
  dryRun: boolean
}

/** How far it is: the sending can be measured, what comes after cannot. */
export function ImportProgress({ percent, dryRun }: Props) {
  const sent = percent >= 100
  const words = sent ? (dryRun ? 'Checking every row …' : 'Recording …') : 'Sending the file …'
  return (
    <div>
      <Progress.Root size="lg">
        <Progress.Section value={percent} striped={sent} animated={sent} aria-label={words} />
      </Progress.Root>
      <Text component="output" display="block" size="sm" mt={6}>
        {words}
      </Text>
    </div>
  )
}

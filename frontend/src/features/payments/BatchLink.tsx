import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

export function BatchLink({ batchId }: { batchId: string }) {
  return (
    <Anchor inherit fw={500} renderRoot={(props) => <Link to="/payments/batches/$batchId" params={{ batchId }} {...props} />}>
      {batchId}
    </Anchor>
  )
}

import { Alert, Button } from '@mantine/core'
import { ApiError } from '../lib/api'

interface Props {
  /** What could not be done: "The report could not be loaded". */
  title: string
  error: unknown
  onRetry?: () => void
}

/** Something went wrong: what, why, and what to do. */
export function Failure({ title, error, onRetry }: Props) {
  return (
    <Alert color="red" title={title} role="alert">
      {explain(error)}
      {onRetry && (
        <Button variant="default" size="xs" mt="sm" display="block" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  )
}

function explain(error: unknown): string {
  const text = error instanceof ApiError ? error.message : 'This page has a fault. Reload it; if that does not help, tell whoever runs it.'
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

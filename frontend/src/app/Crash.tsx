import type { ErrorComponentProps } from '@tanstack/react-router'
import { Failure } from '../components/Failure'

/** A page failed while it was shown, or could not be loaded since a newer version was put in its place. */
export function Crash({ error }: ErrorComponentProps) {
  return <Failure title="This page cannot be shown" error={error} onRetry={() => location.reload()} />
}

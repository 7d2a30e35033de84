import { Alert } from '@mantine/core'
import { sentence } from '../../lib/userErrors'

interface Props {
  title?: string
  /** Why; nothing is shown where it is empty. */
  children: string
}

/** Why nobody was let in. */
export function Refusal({ title = 'You are not signed in', children }: Props) {
  return (
    children && (
      <Alert color="red" role="alert" title={title}>
        {sentence(children)}
      </Alert>
    )
  )
}

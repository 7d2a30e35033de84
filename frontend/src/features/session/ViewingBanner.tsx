import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { graphql } from '../../gql'
import { query } from '../../lib/query'
import { stopViewing } from './signOut'
import classes from './ViewingBanner.module.css'

const viewingQuery = graphql(`
  query Viewing {
    viewer {
      partner {
        name
      }
    }
  }
`)

/** Above the portal while somebody looks at it as a partner: whose it is, and the way back. */
export function ViewingBanner() {
  const name = useQuery(query(viewingQuery, {})).data?.viewer.partner?.name
  const { mutate, isPending } = useMutation({ mutationFn: stopViewing })
  return (
    <aside className={classes.banner} aria-label="View as a partner">
      <span>
        You see the portal as <strong>{name ?? 'a partner'}</strong> would, read only.
      </span>
      <Button variant="white" size="compact-sm" loading={isPending} onClick={() => mutate()}>
        Stop
      </Button>
    </aside>
  )
}

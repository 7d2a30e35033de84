import { useQuery } from '@tanstack/react-query'
import { graphql } from '../gql'
import { today } from '../lib/days'
import { query } from '../lib/query'

export const accessQuery = graphql(`
  query Access {
    viewer {
      role
      name
      email
      viewedBy
    }
    business {
      name
      currencyCode
      timeZone
      today
    }
  }
`)

/**
 * Who is asking, whose books these are, which day it is there, and why the viewer may not write in them. The server decides;
 * this spares people the attempt.
 */
export function useAccess() {
  // Whoever comes back to a page in the morning finds the new day on it.
  const { data } = useQuery({ ...query(accessQuery, {}), refetchOnWindowFocus: true })
  const refusal = data?.viewer.role === 'READ_ONLY' ? 'You may look at everything. Only finance and administrators may change it.' : ''
  return { viewer: data?.viewer, business: data?.business, today: data?.business.today ?? today(), refusal }
}

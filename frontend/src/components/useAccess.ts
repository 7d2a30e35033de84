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
 * Who is asking, whose books these are, which day it is there (the reader's own calendar knows nearly as well until that has
 * come), and why the viewer may not write in them. The server decides; this spares people the attempt.
 */
export function useAccess() {
  const { data } = useQuery(query(accessQuery, {}))
  const refusal = data?.viewer.role === 'READ_ONLY' ? 'You may look at everything. Only finance and administrators may change it.' : ''
  return { viewer: data?.viewer, business: data?.business, today: data?.business.today ?? today(), refusal }
}

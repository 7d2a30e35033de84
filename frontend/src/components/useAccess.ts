import { useQuery } from '@tanstack/react-query'
import { graphql } from '../gql'
import { today } from '../lib/days'
import { query } from '../lib/query'

const accessQuery = graphql(`
  query Access {
    viewer {
      role
    }
    business {
      currencyCode
      timeZone
      today
    }
  }
`)

/**
 * Whose books these are, which day it is there (the reader's own calendar knows nearly as well until that has come), and
 * why the viewer may not write in them. The server decides; this spares people the attempt.
 */
export function useAccess() {
  const { data } = useQuery(query(accessQuery, {}))
  const refusal = data && data.viewer.role !== 'ADMIN' ? 'You may look at everything. Only an administrator may change it.' : ''
  return { business: data?.business, today: data?.business.today ?? today(), refusal }
}

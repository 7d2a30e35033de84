import { useQuery } from '@tanstack/react-query'
import { graphql } from '../../gql'
import { query } from '../../lib/query'
import { roleNames } from './roles'

const viewerQuery = graphql(`
  query Viewer {
    viewer {
      role
      email
    }
  }
`)

/** Who is signed in. */
export function Viewer() {
  const { data } = useQuery(query(viewerQuery, {}))
  return data && `Signed in as ${data.viewer.email ?? roleNames[data.viewer.role]}`
}

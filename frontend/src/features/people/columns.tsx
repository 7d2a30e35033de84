import { column, type Columns } from '../../components/DataTable'
import { PartnerLink } from '../../components/links'
import { roleNames } from '../../components/roleNames'
import { StateBadge } from '../../components/StateBadge'
import { TwoLines } from '../../components/TwoLines'
import { graphql } from '../../gql'
import type { PersonFragment } from '../../gql/graphql'
import { formatInstant } from '../../lib/days'
import { PersonActions } from './PersonActions'

export const personFragment = graphql(`
  fragment Person on User {
    id
    name
    email
    role
    partner {
      id
      name
    }
    lastSignInAt
    invitedUntil
    deactivatedAt
  }
`)

export const columns: Columns<PersonFragment> = [
  column('name', { label: 'Person', rowHeader: true }, ({ name, email }) => <TwoLines below={email}>{name}</TwoLines>),
  column('role', { label: 'Role', long: true }, ({ role, partner }) => (
    <TwoLines below={partner && <PartnerLink id={partner.id}>{partner.name}</PartnerLink>}>{roleNames[role]}</TwoLines>
  )),
  column('lastSignIn', { label: 'Last sign-in', whole: true }, ({ lastSignInAt }) => (lastSignInAt ? formatInstant(lastSignInAt) : 'Never')),
  column('status', { label: 'Status', long: true }, (person) => <Status person={person} />),
  column('actions', { label: 'Actions' }, (person) => <PersonActions person={person} />),
]

function Status({ person: { lastSignInAt, invitedUntil, deactivatedAt } }: { person: PersonFragment }) {
  const until = invitedUntil && `until ${formatInstant(invitedUntil)}`
  if (!deactivatedAt && (lastSignInAt || !until)) {
    return <TwoLines below={until ? `New link good ${until}` : !lastSignInAt && 'No open invitation'}>Active</TwoLines>
  }
  return (
    <TwoLines below={deactivatedAt ? formatInstant(deactivatedAt) : until}>
      <StateBadge>{deactivatedAt ? 'Deactivated' : 'Invited'}</StateBadge>
    </TwoLines>
  )
}

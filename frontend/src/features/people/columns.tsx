import { Group, Text } from '@mantine/core'
import { column, type Columns } from '../../components/DataTable'
import { PartnerLink } from '../../components/links'
import { roleNames } from '../../components/roleNames'
import { StateBadge } from '../../components/StateBadge'
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
  column('name', { label: 'Name', rowHeader: true }, ({ name }) => name),
  column('email', { label: 'E-mail' }, ({ email }) => email),
  column('role', { label: 'Role', whole: true }, ({ role }) => roleNames[role]),
  column('partner', { label: 'Partner' }, ({ partner }) => partner && <PartnerLink id={partner.id}>{partner.name}</PartnerLink>),
  column('lastSignIn', { label: 'Last sign-in' }, ({ lastSignInAt }) => (lastSignInAt ? formatInstant(lastSignInAt) : 'Never')),
  column('status', { label: 'Status' }, (person) => <Status person={person} />),
  column('actions', { label: 'Actions' }, (person) => <PersonActions person={person} />),
]

function Status({ person: { lastSignInAt, invitedUntil, deactivatedAt } }: { person: PersonFragment }) {
  if (deactivatedAt) return <Since state="Deactivated">{formatInstant(deactivatedAt)}</Since>
  if (!invitedUntil) return 'Active'
  const until = `until ${formatInstant(invitedUntil)}`
  return lastSignInAt ? <>Active; new link {until}</> : <Since state="Invited">{until}</Since>
}

function Since({ state, children }: { state: string; children: string }) {
  return (
    <Group gap={6}>
      <StateBadge>{state}</StateBadge>
      <Text span size="xs" c="dimmed">
        {children}
      </Text>
    </Group>
  )
}

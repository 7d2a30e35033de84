import { Code } from '@mantine/core'
import { column, type Columns } from '../../components/DataTable'
import { PartnerLink } from '../../components/links'
import { roleNames } from '../../components/roleNames'
import { StateBadge } from '../../components/StateBadge'
import { TwoLines } from '../../components/TwoLines'
import { graphql } from '../../gql'
import type { TokenRowFragment } from '../../gql/graphql'
import { formatInstant } from '../../lib/days'
import { RevokeToken } from './RevokeToken'
import { standing } from './standing'

export const tokenRow = graphql(`
  fragment TokenRow on AccessToken {
    id
    name
    hint
    role
    partner {
      id
      name
    }
    createdAt
    createdBy
    expiresAt
    lastUsedAt
    revokedAt
  }
`)

export const columns: Columns<TokenRowFragment> = [
  column('name', { label: 'Name', rowHeader: true }, ({ name }) => name),
  column('role', { label: 'Role', long: true }, ({ role, partner }) => (
    <TwoLines below={partner && <PartnerLink id={partner.id}>{partner.name}</PartnerLink>}>{roleNames[role]}</TwoLines>
  )),
  column('hint', { label: 'Begins with' }, ({ hint }) => <Code>{hint}</Code>),
  column('made', { label: 'Made', whole: true }, ({ createdAt, createdBy }) => (
    <TwoLines below={`by ${createdBy}`}>{formatInstant(createdAt)}</TwoLines>
  )),
  column('lastUsed', { label: 'Last used', whole: true }, ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt) : 'Never')),
  column('ends', { label: 'Ends', whole: true }, (token) => <End token={token} />),
  column('actions', { label: 'Actions' }, (token) => (standing(token) === 'GOOD' ? <RevokeToken token={token} /> : null)),
]

function End({ token }: { token: TokenRowFragment }) {
  const { expiresAt, revokedAt } = token
  const end = revokedAt ?? expiresAt
  if (!end) return 'When it is revoked'
  const state = standing(token)
  if (state === 'GOOD') return formatInstant(end)
  return (
    <TwoLines below={formatInstant(end)}>
      <StateBadge>{state === 'REVOKED' ? 'Revoked' : 'Ended'}</StateBadge>
    </TwoLines>
  )
}

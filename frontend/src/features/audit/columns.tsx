import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { column, type Columns } from '../../components/DataTable'
import { PartnerLink } from '../../components/links'
import { roleNames } from '../../components/roleNames'
import { graphql } from '../../gql'
import type { AuditRowFragment } from '../../gql/graphql'
import { formatInstantIn } from '../../lib/days'
import { actionNames } from './actions'

export const auditRow = graphql(`
  fragment AuditRow on AuditEvent {
    id
    at
    action
    actor
    role
    through
    address
    subject
    partner {
      id
      name
    }
    ...AuditDetails
  }
`)

/** The columns of the log, in the time of where the business is. */
export function columnsIn(timeZone: string): Columns<AuditRowFragment> {
  return [
    column('at', { label: 'When', rowHeader: true, whole: true }, ({ at }) => formatInstantIn(timeZone, at)),
    column('actor', { label: 'Who' }, ({ actor, role }) => <Pair main={actor} more={role && roleNames[role]} />),
    column('action', { label: 'What', main: true }, ({ action }) => actionNames[action]),
    column('subject', { label: 'About' }, ({ subject, partner }) => (
      <Pair main={subject} more={partner && <PartnerLink id={partner.id}>{partner.name}</PartnerLink>} />
    )),
    column('from', { label: 'From' }, ({ address, through }) => <Pair main={address ?? 'This server'} more={through} />),
  ]
}

function Pair({ main, more }: { main: string; more: ReactNode }) {
  return (
    <Stack gap={0}>
      <span>{main}</span>
      <Text span size="xs" c="dimmed">
        {more}
      </Text>
    </Stack>
  )
}

import { column, type Columns } from '../../components/DataTable'
import { PartnerLink } from '../../components/links'
import { roleNames } from '../../components/roleNames'
import { TwoLines } from '../../components/TwoLines'
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
    column('actor', { label: 'Who', long: true }, ({ actor, role }) => <TwoLines below={role && roleNames[role]}>{actor}</TwoLines>),
    column('action', { label: 'What', main: true }, ({ action }) => actionNames[action]),
    column('subject', { label: 'About', long: true }, ({ subject, partner }) => (
      <TwoLines below={partner && <PartnerLink id={partner.id}>{partner.name}</PartnerLink>}>{subject}</TwoLines>
    )),
    column('from', { label: 'From', long: true }, ({ address, through }) => <TwoLines below={through}>{address ?? 'This server'}</TwoLines>),
  ]
}

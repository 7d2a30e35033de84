import { Anchor, Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { column, type Columns } from '../../components/DataTable'
import { graphql } from '../../gql'
import type { PartnerRowFragment } from '../../gql/graphql'

export const partnerRow = graphql(`
  fragment PartnerRow on ReferralPartner {
    id
    code
    name
    email
    status
    currencyCode
    parent {
      id
      name
    }
    program {
      name
    }
  }
`)

export const columns: Columns<PartnerRowFragment> = [
  column('name', { label: 'Partner', rowHeader: true }, ({ id, name, status }) => (
    <span>
      <PartnerLink id={id}>{name}</PartnerLink>
      {status === 'INACTIVE' && (
        <Badge variant="default" size="sm" ml="xs">
          Inactive
        </Badge>
      )}
    </span>
  )),
  column('code', { label: 'Code' }, ({ code }) => code),
  column('email', { label: 'E-mail' }, ({ email }) => email),
  column('parent', { label: 'Referred by' }, ({ parent }) => parent && <PartnerLink id={parent.id}>{parent.name}</PartnerLink>),
  column('program', { label: 'Program' }, ({ program }) => program?.name ?? 'Default'),
  column('currency', { label: 'Paid in' }, ({ currencyCode }) => currencyCode),
]

export function PartnerLink({ id, children }: { id: string; children: string }) {
  return (
    <Anchor fw={500} renderRoot={(props) => <Link to="/partners/$partnerId" params={{ partnerId: id }} {...props} />}>
      {children}
    </Anchor>
  )
}

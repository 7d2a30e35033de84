import { Group } from '@mantine/core'
import { column, type Columns } from '../../components/DataTable'
import { PartnerLink } from '../../components/links'
import { StateBadge } from '../../components/StateBadge'
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
    <Group gap={6}>
      <PartnerLink id={id}>{name}</PartnerLink>
      {status === 'INACTIVE' && <StateBadge>Inactive</StateBadge>}
    </Group>
  )),
  column('code', { label: 'Code', long: true }, ({ code }) => code),
  column('email', { label: 'E-mail', long: true }, ({ email }) => email),
  column('parent', { label: 'Referred by', long: true }, ({ parent }) => parent && <PartnerLink id={parent.id}>{parent.name}</PartnerLink>),
  column('program', { label: 'Program', long: true }, ({ program }) => program?.name ?? 'Default'),
  column('currency', { label: 'Paid in' }, ({ currencyCode }) => currencyCode),
]

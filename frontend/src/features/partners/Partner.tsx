import { Anchor, Group, Paper, SimpleGrid, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Amount } from '../../components/Amount'
import { Facts } from '../../components/Facts'
import { Failure } from '../../components/Failure'
import { LedgerLink, PartnerLink } from '../../components/links'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment } from '../../gql'
import { formatInstant } from '../../lib/days'
import { allTime, lastMonth } from '../../lib/periods'
import { query, useAnswer } from '../../lib/query'
import { EditPartner } from './EditPartner'
import { partnerFields } from './fields'
import { PartnerStatus } from './PartnerStatus'

const partnerQuery = graphql(`
  query Partner($id: ID!, $period: DateRangeInput!) {
    referralPartner(id: $id) {
      ...PartnerFields
      createdAt
      parent {
        name
      }
      program {
        name
      }
      ledger(period: $period) {
        currencyCode
        commissionsEarned
        clawbacks
        adjustments
        payments
        owedNow
      }
    }
  }
`)

const route = getRouteApi('/partners/$partnerId')

interface Props {
  /** What else can be done about a partner. */
  Actions: ComponentType<{ partner: { id: string; name: string; currencyCode: string; email?: string | null } }>
}

/** One partner: who it is, and where it stands. */
export function Partner({ Actions }: Props) {
  const { partnerId } = route.useParams()
  const { today } = useAccess()
  const { data, error, refetch } = useAnswer(query(partnerQuery, { id: partnerId, period: allTime('9999-12-31') }))
  const partner = data?.referralPartner
  const fields = readFragment(partnerFields, partner)

  if (error) return <Failure title="The partner cannot be shown" error={error} onRetry={() => void refetch()} />
  if (partner === null) {
    return (
      <>
        <PageHeader title="No such partner" />
        <Nothing
          title="There is no partner of this number"
          actions={<Anchor renderRoot={(props) => <Link to="/partners" {...props} />}>Go to the partners</Anchor>}
        >
          Look the partner up in the list.
        </Nothing>
      </>
    )
  }
  if (!partner || !fields) return <PageHeader title="Partner" description="Loading …" />
  const { ledger } = partner
  const amount = (value: string) => <Amount value={value} currency={ledger.currencyCode} />
  return (
    <>
      <PageHeader
        title={fields.name}
        description={`Partner ${fields.code}${fields.status === 'INACTIVE' ? ' · Inactive' : ''}`}
        actions={
          <>
            <Actions partner={fields} />
            <EditPartner partner={fields} />
            <PartnerStatus partner={fields} />
          </>
        }
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Paper withBorder p="lg">
          <Facts
            title="Account"
            facts={[
              [`Owed now, in ${ledger.currencyCode}`, <Text key="owed" component="span" fw={700} fz={20}>{amount(ledger.owedNow)}</Text>],
              ['Earned, in all', amount(ledger.commissionsEarned)],
              ['Clawed back', amount(ledger.clawbacks)],
              ['Adjusted', amount(ledger.adjustments)],
              ['Paid', amount(ledger.payments)],
            ]}
          />
          <Group mt="md" gap="lg" fz="sm">
            <LedgerLink partnerId={fields.id} currency={ledger.currencyCode} period={lastMonth(today)}>
              Ledger of last month
            </LedgerLink>
            <LedgerLink partnerId={fields.id} currency={ledger.currencyCode} period={allTime(today)}>
              Whole ledger
            </LedgerLink>
          </Group>
        </Paper>
        <Paper withBorder p="lg">
          <Facts
            title="Partner"
            facts={[
              ['Code', fields.code],
              ['E-mail', fields.email ?? '–'],
              ['Status', fields.status === 'ACTIVE' ? 'Active' : 'Inactive'],
              ['Paid in', fields.currencyCode],
              ['Referred by', fields.parent ? <PartnerLink key="parent" id={fields.parent.id}>{partner.parent?.name ?? ''}</PartnerLink> : '–'],
              ['Program', partner.program?.name ?? 'The default'],
              ['Recorded', formatInstant(partner.createdAt)],
            ]}
          />
        </Paper>
      </SimpleGrid>
    </>
  )
}

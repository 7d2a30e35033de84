import { Paper, Text } from '@mantine/core'
import { Facts } from '../../components/Facts'
import { Failure } from '../../components/Failure'
import { PageHeader } from '../../components/PageHeader'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import { formatDay } from '../../lib/days'
import { dayAt } from '../../lib/instants'
import { query, useAnswer } from '../../lib/query'

const profileQuery = graphql(`
  query OwnProfile {
    viewer {
      partner {
        code
        name
        email
        status
        currencyCode
        createdAt
      }
    }
  }
`)

/** What is recorded of a partner, as the partner sees it. */
export function OwnProfile() {
  const { business } = useAccess()
  const { data, error, refetch } = useAnswer(query(profileQuery, {}))
  const partner = data?.viewer.partner

  if (error) return <Failure title="The profile cannot be shown" error={error} onRetry={() => void refetch()} />
  if (!partner || !business) return <PageHeader title="Profile" description="Loading …" />
  return (
    <>
      <PageHeader title="Profile" description="What is recorded of you." />
      <Paper withBorder p="lg" maw={560}>
        <Facts
          title={partner.name}
          facts={[
            ['Code', partner.code],
            ['E-mail', partner.email ?? '–'],
            ['Status', partner.status === 'ACTIVE' ? 'Active' : 'Inactive'],
            ['Paid in', partner.currencyCode],
            ['Partner since', formatDay(dayAt(partner.createdAt, business.timeZone))],
          ]}
        />
        <Text size="sm" c="dimmed" mt="lg">
          Is something not right? Tell {business.name}, who keeps this.
        </Text>
      </Paper>
    </>
  )
}

import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Nothing } from '../components/Nothing'
import { PageHeader } from '../components/PageHeader'
import { useAccess } from '../components/useAccess'

export function NotFound() {
  const isPartner = useAccess().viewer?.role === 'PARTNER'
  return (
    <>
      <PageHeader title="No such page" />
      <Nothing
        title="There is nothing at this address"
        actions={
          <Anchor renderRoot={(props) => <Link to={isPartner ? '/portal' : '/reports/ledgers'} {...props} />}>
            {isPartner ? 'Go to the overview' : 'Go to the report'}
          </Anchor>
        }
      >
        It may have been mistyped, or the page has another address now.
      </Nothing>
    </>
  )
}

import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Nothing } from '../components/Nothing'
import { PageHeader } from '../components/PageHeader'

export function NotFound() {
  return (
    <>
      <PageHeader title="No such page" />
      <Nothing
        title="There is nothing at this address"
        actions={<Anchor renderRoot={(props) => <Link to="/reports/ledgers" {...props} />}>Go to the report</Anchor>}
      >
        It may have been mistyped, or the page has another address now.
      </Nothing>
    </>
  )
}

import { Button, Group, Paper, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { SearchIcon } from '../../components/icons'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { Order } from './Order'

const route = getRouteApi('/orders')

/** Looks up an order by its id. */
export function Orders() {
  const { order = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(order)
  // Back and forward bring another order.
  const [shown, setShown] = useState(order)
  if (shown !== order) {
    setShown(order)
    setTyped(order)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void navigate({ search: { order: typed.trim() || undefined } })
  }

  return (
    <>
      <PageHeader title="Orders" description="What an order earned, and what was refunded of it." />
      <Paper component="form" aria-label="Orders" withBorder p="md" mb="lg" onSubmit={submit as never}>
        <Group gap="sm" align="flex-end">
          <TextInput
            type="search"
            label="Order id"
            placeholder="As the shop names it"
            leftSection={<SearchIcon />}
            flex="1 1 220px"
            maw={420}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit">Look up</Button>
        </Group>
      </Paper>
      {order ? (
        <Order key={order} orderId={order} />
      ) : (
        <Nothing title="Which order?">
          Enter an order’s id above, letter for letter. The ledger of a partner names the order of every commission.
        </Nothing>
      )}
    </>
  )
}

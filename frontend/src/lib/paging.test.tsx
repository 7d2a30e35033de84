// @vitest-environment jsdom
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { readPageSearch, usePaging, type PageSearch } from './paging'
import { parseSearch, stringifySearch } from './search'

beforeAll(() => {
  window.scrollTo = () => {}
})
afterEach(cleanup)

// Three pages: the cursor of each is its number.
function List() {
  const search = root.useSearch() as PageSearch
  const at = search.after ? Number(search.after) : 0
  const paging = usePaging(search, { hasNextPage: at < 2, endCursor: String(at + 1) }, false)
  return (
    <>
      <output>{`page ${paging.page} after ${at}`}</output>
      <button disabled={!paging.first} onClick={paging.first}>first</button>
      <button disabled={!paging.previous} onClick={paging.previous}>previous</button>
      <button disabled={!paging.next} onClick={paging.next}>next</button>
    </>
  )
}

const root = createRootRoute({ component: List, validateSearch: (raw: PageSearch & { q?: string }) => ({ q: raw.q, ...readPageSearch(raw) }) })

async function open(address: string) {
  const router = createRouter({
    routeTree: root,
    parseSearch,
    stringifySearch,
    history: createMemoryHistory({ initialEntries: [address] }),
  })
  render(<RouterProvider router={router as never} />)
  await screen.findByText(/^page/)
  return router
}

const press = (name: string) => userEvent.click(screen.getByRole<HTMLButtonElement>('button', { name }))
const can = (name: string) => !screen.getByRole<HTMLButtonElement>('button', { name }).disabled

test('forward, back and to the first, with all else in the address as it was', async () => {
  const { history } = await open('/?q=co')
  expect([can('first'), can('previous'), can('next')]).toEqual([false, false, true])
  await press('next')
  await screen.findByText('page 2 after 1')
  expect(history.location.search).toBe('?q=co&after=1&page=2')
  await press('next')
  await screen.findByText('page 3 after 2')
  expect(can('next')).toBe(false)
  await press('previous')
  await screen.findByText('page 2 after 1')
  await press('previous')
  await screen.findByText('page 1 after 0')
  expect(history.location.search).toBe('?q=co')
  await press('next')
  await press('first')
  await screen.findByText('page 1 after 0')
})

test('an address from somebody else knows its page, and the way to the first', async () => {
  await open('/?after=2&page=3')
  expect(screen.getByText('page 3 after 2')).toBeDefined()
  expect([can('first'), can('previous')]).toEqual([true, false])
  cleanup()

  await open('/?after=1&page=2')
  await press('previous')
  await screen.findByText('page 1 after 0')
})

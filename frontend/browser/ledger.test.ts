import { expect, test } from 'vitest'
import { ask, expectGoodManners, look, openPage, shown } from './dashboard'
import { cells, page, tab } from './tab'

const year = 'start: "2010-12-01", end: "2011-12-31"'
const yearSearch = 'start=2010-12-01&end=2011-12-31&currency=GBP'

interface Ledger {
  beginningBalance: string
  endingBalance: string
  owedNow: string
  entries: { totalCount: number; nodes: { kind: string; source: string; description: string; amount: string; balance: string }[] }
}

interface Partner {
  id: string
  name: string
  ledger: Ledger
}

/** A partner of the sample who has refunds and more entries than a page. */
async function partnerWithAll(): Promise<Partner> {
  const { referralPartnerLedgers } = await ask<{ referralPartnerLedgers: { nodes: ({ partner: Omit<Partner, 'ledger'> } & Ledger)[] } }>(`{
    referralPartnerLedgers(criteria: { period: { ${year} }, search: "RP0" }, first: 40) {
      nodes {
        partner { id name }
        beginningBalance endingBalance owedNow
        entries(first: 500) { totalCount nodes { kind source description amount balance } }
      }
    }
  }`)
  const found = referralPartnerLedgers.nodes.find(
    ({ entries }) => entries.totalCount > 50 && entries.nodes.slice(0, 50).some(({ kind }) => kind === 'CLAWBACK'),
  )
  return { ...found!.partner, ledger: found! }
}

test('a ledger shows every entry between its two balances', { timeout: 120_000 }, async () => {
  const { id, name, ledger } = await partnerWithAll()
  const { nodes, totalCount } = ledger.entries
  await openPage(tab, `/ledgers/${id}?${yearSearch}`)
  await page.getByRole('heading', { name }).waitFor()
  await page.getByText(`1–50 of ${totalCount} entries`).waitFor()
  await expect.poll(() => cells('Entries of the ledger', 5)).toEqual(nodes.slice(0, 50).map(({ amount }) => shown(amount)))
  await expect.poll(() => cells('Entries of the ledger', 6)).toEqual(nodes.slice(0, 50).map(({ balance }) => shown(balance)))
  // Above the entries, and at that end of them which is on this page.
  await expect.poll(() => page.getByText('Beginning balance').count()).toBe(2)
  await expect.poll(() => page.getByText('Ending balance').count()).toBe(1)
  await expect.poll(() => page.getByText('Owed now, in GBP').locator('..').textContent()).toContain(shown(ledger.owedNow))

  const chart = page.locator('.recharts-area-curve')
  await chart.waitFor()
  await look(tab, 'ledger')
  await page.setViewportSize({ width: 390, height: 2400 })
  await page.screenshot({ path: 'screenshots/ledger-whole-light-390.png' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.locator('.recharts-wrapper').hover({ position: { x: 500, y: 90 } })
  const exact = await page.locator('.recharts-tooltip-wrapper strong').textContent()
  expect([ledger.beginningBalance, ...nodes.map(({ balance }) => balance)].map((balance) => `${shown(balance)} GBP`)).toContain(exact)

  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByText(`51–${Math.min(100, totalCount)} of ${totalCount} entries`).waitFor()
  await expect.poll(() => cells('Entries of the ledger', 6)).toEqual(nodes.slice(50, 100).map(({ balance }) => shown(balance)))
  await expect.poll(() => page.getByText('Beginning balance').count()).toBe(1)
  expectGoodManners(tab)
})

test('entries lead to their orders, refunds too', { timeout: 60_000 }, async () => {
  const { id, ledger } = await partnerWithAll()
  const refund = ledger.entries.nodes.find(({ kind }) => kind === 'CLAWBACK')!
  const order = /of order (.+), level/.exec(refund.description)![1]!
  await openPage(tab, `/ledgers/${id}?${yearSearch}`)
  await page.getByRole('link', { name: refund.source }).click()
  await page.waitForURL(`**/orders?order=${order}`)
  await page.goBack()
  await page.getByRole('link', { name: ledger.entries.nodes[0]!.source, exact: true }).click()
  await page.waitForURL('**/orders?order=*')
  await page.goBack()
  await page.getByRole('link', { name: 'The report of these days' }).click()
  await page.waitForURL(`**/reports/ledgers?${yearSearch}`)
  expect(new URL(page.url()).pathname).toBe('/reports/ledgers')
  expectGoodManners(tab)
})

test('other days are chosen, and kept in the address', { timeout: 60_000 }, async () => {
  const { id } = await partnerWithAll()
  await openPage(tab, `/ledgers/${id}?${yearSearch}`)
  await page.getByLabel('From').fill('2005-01-01')
  await page.getByLabel('To').fill('2004-01-31')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('ends before it starts').waitFor()
  expect(page.url()).toContain('start=2010-12-01')

  await page.getByLabel('To').fill('2005-01-31')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL('**start=2005-01-01&end=2005-01-31&currency=GBP')
  await page.getByText('No entries in this period').waitFor()
  await page.getByText('Nothing moved in these days.').waitFor()
  await look(tab, 'ledger-quiet')
  await page.goBack()
  await expect.poll(() => page.getByLabel('From').inputValue()).toBe('2010-12-01')

  await page.getByRole('button', { name: 'All time' }).click()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL('**start=1900-01-01**')
  await page.locator('.recharts-area-curve').waitFor()
  expectGoodManners(tab)
})

test('a partner that is none, and a ledger that cannot be loaded', { timeout: 60_000 }, async () => {
  await openPage(tab, `/ledgers/999999999?${yearSearch}`)
  await page.getByRole('heading', { name: 'No such partner' }).waitFor()
  const { id, name } = await partnerWithAll()
  await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'the database is away' }] } }))
  await page.goto(`${new URL(page.url()).origin}/ledgers/${id}?${yearSearch}`)
  await page.getByText('The database is away').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name }).waitFor()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
})

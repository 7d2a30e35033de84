import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { ask, expectGoodManners, openPage } from '../dashboard'
import { page, tab } from '../tab'

// A server with a hundred thousand partners, a fifth of them with a commission.

const october = '/reports/ledgers?start=2011-10-01&end=2011-10-31'
const criteria = '{ period: { start: "2011-10-01", end: "2011-10-31" } }'

/** The names of the operations that were sent. */
let operations: string[]

beforeEach(() => {
  page.setDefaultTimeout(60_000)
  operations = []
  page.on('request', (request) => {
    const name = /^\s*(?:query|mutation) (\w+)/.exec((request.postDataJSON() as { query?: string } | null)?.query ?? '')?.[1]
    if (name) operations.push(name)
  })
})

const orders = [
  ['PARTNER_NAME', 'ASC'],
  ['PARTNER_CODE', 'DESC'],
  ['BEGINNING_BALANCE', 'DESC'],
  ['COMMISSIONS', 'DESC'],
  ['PAYMENTS', 'DESC'],
  ['ENDING_BALANCE', 'ASC'],
] as const

test.each(orders)('pages turn, one request each, by %s %s', { timeout: 300_000 }, async (field, direction) => {
  const { referralPartnerLedgers } = await ask<Answer>(
    `{ referralPartnerLedgers(criteria: ${criteria}, orderBy: { field: ${field}, direction: ${direction} }, first: 150) { nodes { partner { code } } } }`,
  )
  const expected = referralPartnerLedgers.nodes.map(({ partner }) => partner.code)
  await openPage(tab, `${october}&order=${field}&direction=${direction}`)
  await position('1–50')
  // This page, and the one after it.
  await expect.poll(() => operations.filter((name) => name === 'ReportRows').length).toBe(2)
  operations.length = 0
  for (const [turn, from] of [50, 100].entries()) {
    // oxlint-disable no-await-in-loop -- one turn after the other
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await position(`${from + 1}–${from + 50}`)
    expect(await codes()).toEqual(expected.slice(from, from + 50))
    expect(await page.locator('tr').count(), 'rows, the header and the totals').toBe(52)
    // The page was there; what is asked for is the one behind it, and nothing else.
    await expect.poll(() => operations, { timeout: 60_000 }).toEqual(['ReportRows', 'ReportRows'].slice(0, turn + 1))
    // oxlint-enable no-await-in-loop
  }
  await page.getByRole('button', { name: 'Previous', exact: true }).click()
  await position('51–100')
  expect(await codes()).toEqual(expected.slice(50, 100))
  expectGoodManners(tab)
})

test('the last page is as good as the first', { timeout: 120_000 }, async () => {
  // A cursor says where a row stands in an order, whoever else is on the report.
  const { referralPartnerLedgers } = await ask<Answer>(
    `{ referralPartnerLedgers(criteria: { search: "M099000" }, orderBy: { field: PARTNER_CODE, direction: ASC }) { pageInfo { endCursor } } }`,
  )
  const { endCursor } = referralPartnerLedgers.pageInfo
  await openPage(tab, `${october}&order=PARTNER_CODE&direction=ASC&size=200&page=496&after=${endCursor}`)
  await position('99,001–99,200')
  expect((await codes())[0]).toBe('M099001')
  for (const rows of ['99,201–99,400', '99,401–99,600', '99,601–99,800', '99,801–100,000']) {
    // oxlint-disable no-await-in-loop -- one turn after the other
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await position(rows)
    expect(await page.locator('tr').count()).toBe(202)
    // oxlint-enable no-await-in-loop
  }
  expect((await codes()).at(-1)).toBe('M100000')
  expect(await page.getByRole('button', { name: 'Next', exact: true }).getAttribute('aria-disabled')).toBe('true')
})

test('partners are listed by pages, and found among all', { timeout: 120_000 }, async () => {
  await openPage(tab, '/partners')
  await position('1–50')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await position('51–100')
  expect(await page.locator('tbody tr').count()).toBe(50)

  await page.getByRole('searchbox', { name: 'Search' }).fill('m09999')
  await page.keyboard.press('Enter')
  await page.getByText('1–10 of 10 partners').waitFor()
  expect(await page.locator('tbody tr').count()).toBe(10)
  expectGoodManners(tab)
})

test('payments to all are previewed by pages', { timeout: 180_000 }, async () => {
  const { previewReferralPartnerPayments: plan } = await ask<{ previewReferralPartnerPayments: { paymentCount: number; skippedCount: number } }>(
    `{ previewReferralPartnerPayments(method: ENDING_BALANCE, criteria: ${criteria}) { paymentCount skippedCount } }`,
  )
  expect(plan.paymentCount + plan.skippedCount).toBe(100_000)
  const payments = plan.paymentCount.toLocaleString('en-US')

  await openPage(tab, october.replace('reports/ledgers', 'payments/new'))
  await page.locator('button:enabled', { hasText: 'Process Action' }).waitFor()
  await page.getByText(`1–50 of ${payments} payments`).waitFor()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByText(`51–100 of ${payments} payments`).waitFor()
  expect(await page.locator('tbody tr').count()).toBe(50)
  await page.getByRole('tab', { name: `Skipped (${plan.skippedCount.toLocaleString('en-US')})` }).click()
  await page.getByRole('table', { name: 'Skipped partners' }).getByRole('link').first().waitFor()
  expect(await page.locator('tbody tr').count()).toBe(50)
  expectGoodManners(tab)
})

test('so many are not printed, but can be exported', { timeout: 180_000 }, async () => {
  for (const layout of ['', '&layout=partners']) {
    // oxlint-disable no-await-in-loop -- one after the other
    await openPage(tab, october.replace('ledgers', 'print') + layout)
    await page.getByText('These are 100,000 ledgers').waitFor()
    expect(await page.getByRole('button', { name: 'Print', exact: true }).isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: 'Load all the same' }).count()).toBe(0)
    expect(await page.locator('tr').count()).toBe(0)
    // oxlint-enable no-await-in-loop
  }
  await page.getByRole('link', { name: 'Back to the report' }).click()
  await page.waitForURL(`**${october}`)

  const saved = page.waitForEvent('download', { timeout: 120_000 })
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  const file = await (await saved).path()
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(100_001)
  await page.getByText('Exported 100,000 partners').waitFor()
  expectGoodManners(tab)
})

test('a ledger of very many entries is not printed either', { timeout: 300_000 }, async () => {
  await openPage(tab, '/reports/print?start=2011-11-01&end=2011-11-30&search=M000001&layout=partners')
  await page.getByRole('alert').getByText('more than 20,000 entries').waitFor({ timeout: 280_000 })
  expect(await page.locator('tr').count()).toBe(0)
})

interface Answer {
  referralPartnerLedgers: { nodes: { partner: { code: string } }[]; pageInfo: { endCursor: string } }
}

async function position(rows: string) {
  await page.getByText(`${rows} of 100,000 partners`).waitFor()
}

function codes(): Promise<string[]> {
  return page.locator('tbody td:nth-child(2)').allTextContents()
}

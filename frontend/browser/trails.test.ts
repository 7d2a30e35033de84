import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatAmount } from '../src/lib/amounts'
import { ask, expectGoodManners, look, openPage, type Tab } from './dashboard'
import { browser, page, tab } from './tab'

// From one thing to those that belong to it, and what holds wherever the reader is.

const november = '/reports/ledgers?start=2011-11-01&end=2011-11-30&search=RP0'
const run = Math.random().toString(36).slice(2, 8)

test('program and currency narrow the report', { timeout: 90_000 }, async () => {
  const { commissionPrograms } = await ask<{ commissionPrograms: { id: string; name: string }[] }>('{ commissionPrograms { id name } }')
  const { id, name } = commissionPrograms[0]!
  await openPage(tab, november)
  await page.getByText('40 partners').waitFor()
  await page.getByRole('combobox', { name: 'Program' }).click()
  await page.getByRole('option', { name, exact: true }).click()
  await page.getByRole('combobox', { name: 'Currency' }).fill('GBP')
  await page.getByRole('option', { name: /^GBP/ }).click()
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL('**currency=GBP')
  expect(page.url()).toContain(`${november}&program=${id}&currency=GBP`)
  const { referralPartnerLedgers } = await ask<{ referralPartnerLedgers: { totalCount: number } }>(
    'query ($id: ID!) { referralPartnerLedgers(criteria: { search: "RP0", programId: $id, currencyCode: "GBP" }) { totalCount } }',
    { id },
  )
  await page.getByText(referralPartnerLedgers.totalCount === 0 ? 'No partner matches' : `of ${referralPartnerLedgers.totalCount} partners`).waitFor()
  expectGoodManners(tab)
})

test('adjustments have a column where there are any', { timeout: 60_000 }, async () => {
  const { referralPartner } = await ask<{ referralPartner: { id: string } }>('{ referralPartner(code: "RP027") { id } }')
  await ask(
    'mutation ($id: ID!, $run: String!) { adjustLedger(partnerId: $id, amount: "-1250", currencyCode: "JPY", date: "2011-11-10", reason: "Test", requestId: $run) { userErrors { message } } }',
    { id: referralPartner.id, run },
  )
  await openPage(tab, `${november}&currency=JPY`)
  await page.getByRole('columnheader', { name: 'Adjustments' }).waitFor()
  const { referralPartnerLedgers } = await ask<{ referralPartnerLedgers: { totals: { adjustments: string } } }>(
    '{ referralPartnerLedgers(criteria: { period: { start: "2011-11-01", end: "2011-11-30" }, search: "RP0", currencyCode: "JPY" }) { totals { adjustments } } }',
  )
  await page.locator('tfoot').getByText(formatAmount(referralPartnerLedgers.totals.adjustments, 'JPY', 'en-US')).first().waitFor()
  await page.goto(page.url().replace('currency=JPY', 'currency=GBP'))
  await page.getByRole('columnheader', { name: 'Payments' }).waitFor()
  await expect.poll(() => page.getByRole('columnheader', { name: 'Adjustments' }).count()).toBe(0)
})

test('while rows are on their way the table is there, and says so', { timeout: 60_000 }, async () => {
  const held: Route[] = []
  let done = false
  await page.route('**/graphql', (route) => {
    if (done || !route.request().postData()?.includes('query ReportRows')) return route.continue()
    held.push(route)
  })
  await openPage(tab, november)
  await page.locator('table[aria-busy=true] thead').getByText('Ending balance').waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(8)
  done = true
  await Promise.all(held.splice(0).map((route) => route.continue()))
  await page.locator('table[aria-busy=false]').waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(40)
})

test('names and addresses of one long word break rather than widen a table', { timeout: 120_000 }, async () => {
  const name = `Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente${run}`
  const email = `${name}@example.com`
  const { createReferralPartner } = await ask<{ createReferralPartner: { partner: { id: string } } }>(
    'mutation ($input: ReferralPartnerInput!) { createReferralPartner(input: $input) { partner { id } userErrors { message } } }',
    { input: { name, email, code: `L${run.repeat(4)}`, currencyCode: 'KWD' } },
  )
  const { id } = createReferralPartner.partner
  await ask('mutation ($input: UserInput!) { inviteUser(input: $input) { userErrors { message } } }', {
    input: { name, email, role: 'PARTNER', partnerId: id },
  })
  for (const [path, title] of [['/partners', 'partners-long'], ['/admin/people', 'people-long']] as const) {
    // oxlint-disable no-await-in-loop -- one page after the other
    await openPage(tab, `${path}?search=${name}`)
    await expect.poll(() => page.getByRole('rowheader', { name }).count()).toBe(1)
    await look(tab, title)
    // oxlint-enable no-await-in-loop
  }
})

test('an export leads to its payments, these to their batch, and a ledger and the search there too', { timeout: 120_000 }, async () => {
  const batchId = `Trail-${run}`
  const { exportLedgers } = await ask<{ exportLedgers: { export: { fileName: string; rowCount: number; createdBy: string; totals: { endingBalance: string } } } }>(
    'mutation { exportLedgers(criteria: { period: { start: "2011-11-01", end: "2011-11-30" }, search: "RP027" }) { export { fileName rowCount createdBy totals { endingBalance } } } }',
  )
  const { fileName, rowCount, createdBy, totals } = exportLedgers.export
  await openPage(tab, '/reports/exports')
  const row = page.getByRole('row', { name: 'search “RP027”' }).filter({ has: page.getByRole('button', { name: `Download ${fileName}` }) }).first()
  await row.waitFor()
  const cells = await row.locator('th, td').allTextContents()
  expect(cells.join(' | ')).toMatch(
    new RegExp(`Nov 1\\s–\\s30, 2011.*${createdBy}.*search “RP027”.*${rowCount}.*GBP.*${formatAmount(totals.endingBalance, 'GBP', 'en-US')}`),
  )
  await row.getByRole('link', { name: 'Pay from this export' }).click()
  await page.locator('button:enabled', { hasText: 'Process Action' }).waitFor()
  await page.getByLabel('Batch id').fill(batchId)
  await page.waitForURL((url) => url.searchParams.get('batch') === batchId)
  await page.locator('button:enabled', { hasText: 'Process Action' }).click()
  await page.getByRole('heading', { name: batchId, level: 1 }).waitFor()

  // The one who was paid: the entry of the ledger names its batch.
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('heading', { name: /RP027/, level: 1 }).waitFor()
  await page.getByRole('button', { name: 'All time' }).click()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('table').getByRole('link', { name: batchId }).click()
  await page.waitForURL(`**/payments/batches/${batchId}`)

  // And the search finds the payment by all that is known about it.
  const { referralPartner, business } = await ask<{ referralPartner: { id: string }; business: { today: string } }>(
    '{ referralPartner(code: "RP027") { id } business { today } }',
  )
  await openPage(tab, '/payments/search')
  await page.getByLabel('Paid from').fill(business.today)
  await page.getByLabel('Paid until').fill(business.today)
  await page.getByRole('combobox', { name: 'Partner' }).fill('RP027')
  await page.getByRole('option', { name: /RP027/ }).click()
  await page.getByLabel('Batch id').fill(batchId)
  await page.getByLabel('Payment type').selectOption('CHECK')
  await page.getByLabel('Batch or one-off').selectOption('batch')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL((url) => url.searchParams.get('partner') === referralPartner.id)
  await page.getByText('1–1 of 1 payment').waitFor()
  await page.getByLabel('Paid until').fill('2011-11-30')
  await page.getByLabel('Paid from').fill('2011-11-01')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('No payment matches').waitFor()
  await ask('mutation ($batchId: String!) { voidPaymentBatch(batchId: $batchId, reason: "Test") { userErrors { message } } }', { batchId })
  expectGoodManners(tab)
})

test.each<[string, string, RegExp]>([
  ['Pacific/Kiritimati', 'de-DE', /01\.–30\.11\.2011/],
  ['Pacific/Pago_Pago', 'en-GB', /1\s?–\s?30 Nov 2011/],
])('days are the business’s in %s, and figures are written as in %s', { timeout: 90_000 }, async (timezoneId, locale, days) => {
  const { referralPartnerLedgers } = await ask<{ referralPartnerLedgers: { totals: { endingBalance: string } } }>(
    '{ referralPartnerLedgers(criteria: { period: { start: "2011-11-01", end: "2011-11-30" }, search: "RP0" }) { totals { endingBalance } } }',
  )
  const context = await browser.newContext({ timezoneId, locale })
  const there: Tab = { ...tab, context, page: await context.newPage() }
  await openPage(there, november)
  await there.page.getByText('Referral Partner Ledgers').first().waitFor()
  await there.page.locator('tfoot').getByText(formatAmount(referralPartnerLedgers.totals.endingBalance, 'GBP', locale)).waitFor()
  await expect.poll(() => there.page.locator('header', { has: there.page.locator('h1') }).textContent()).toMatch(days)
  await expect.poll(() => there.page.locator('input[type=date]').first().inputValue()).toBe('2011-11-01')
  await context.close()
})

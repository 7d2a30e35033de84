import { afterEach, expect, test } from 'vitest'
import { ask, expectGoodManners, look, openPage, openTab, shown } from './dashboard'
import { browser, page, tab } from './tab'

// Every batch here is of few partners, and is voided in the end: other tests share the server, and these run again.
const made: string[] = []
const run = Math.random().toString(36).slice(2, 8)
const november = 'start=2011-11-01&end=2011-11-30'

afterEach(() => Promise.all(made.splice(0).map(voidBatch)))

test('from the report to a batch: three methods, a preview, and one batch from two clicks', { timeout: 180_000 }, async () => {
  await openPage(tab, `/reports/ledgers?${november}&search=RP03`)
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Create Referral Partner Payments' }).click()

  const { earned, both, ending } = await plans()
  await page.getByRole('group', { name: 'Method' }).or(page.getByRole('radiogroup', { name: 'Method' })).waitFor()
  for (const { total } of [earned, both, ending]) {
    // oxlint-disable-next-line no-await-in-loop -- the three stand side by side
    await page.locator('label').getByText(shown(total), { exact: true }).first().waitFor()
  }
  await expect.poll(() => page.getByLabel('Batch id').inputValue()).toBe(ending.batchId)
  await expect.poll(() => page.getByLabel('Date').inputValue()).toBe(ending.date)

  await page.getByRole('radio', { name: 'Commission earned', exact: true }).check()
  await page.getByRole('tab', { name: `Skipped (${earned.skippedCount})` }).click()
  await page.getByRole('table', { name: 'Skipped partners' }).waitFor()
  await look(tab, 'create-payments-skipped')

  const batchId = newBatchId('Twice')
  await page.getByRole('radio', { name: 'Ending balance', exact: true }).check()
  await page.getByRole('tab', { name: 'Payments' }).click()
  await page.getByLabel('Batch id').fill(batchId)
  await page.getByLabel('Payment type').selectOption('BANK_TRANSFER')
  await page.getByText(`1–${ending.paymentCount} of ${ending.paymentCount} payments`).waitFor()
  await look(tab, 'create-payments')
  await page.waitForURL((url) => url.searchParams.get('batch') === batchId)

  // What is in the address survives a reload, and is the same call from a second tab.
  await page.reload()
  await processable()
  await expect.poll(() => page.getByLabel('Batch id').inputValue()).toBe(batchId)
  const second = await openTab(browser)
  await openPage(second, new URL(page.url()).pathname + new URL(page.url()).search)
  await processable(second.page)

  await page.getByRole('button', { name: 'Process Action' }).dblclick()
  await page.getByRole('heading', { name: batchId, level: 1 }).waitFor()
  await second.page.getByRole('button', { name: 'Process Action' }).click()
  await second.page.getByRole('heading', { name: batchId, level: 1 }).waitFor()
  await second.page.getByText('was recorded before').waitFor()
  await second.context.close()

  expect(await batchOf(batchId)).toMatchObject({ type: 'BANK_TRANSFER', paymentCount: ending.paymentCount, total: ending.total })
  await page.getByText(shown(ending.total), { exact: true }).first().waitFor()
  await page.getByRole('button', { name: /found from/ }).first().click()
  await page.getByRole('table').getByText('Beginning balance').first().waitFor()
  await look(tab, 'batch')

  await page.getByRole('button', { name: 'Void the payment to' }).first().click()
  await page.getByRole('dialog', { name: 'Void this payment' }).waitFor()
  await look(tab, 'void-payment')
  await page.getByLabel('Reason').fill('Sent back by the bank')
  await page.getByRole('button', { name: 'Void payment', exact: true }).click()
  await page.getByRole('table').getByText('Sent back by the bank').waitFor()
  await page.getByText('Without voided payments').waitFor()
  // Its button is gone.
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1')

  await page.getByRole('button', { name: 'Void batch' }).click()
  await page.getByRole('dialog').getByLabel('Date of the reversal').fill('2011-01-01')
  await page.getByRole('dialog').getByLabel('Reason').fill('Wrong month')
  await page.getByRole('dialog').getByRole('button', { name: 'Void batch' }).click()
  await page.getByRole('dialog').getByText('before it was made').waitFor()
  await look(tab, 'void-batch')
  await page.getByRole('dialog').getByLabel('Date of the reversal').fill(ending.date)
  await page.getByRole('dialog').getByRole('button', { name: 'Void batch' }).click()
  await page.getByText('This batch was voided').waitFor()
  await look(tab, 'batch-voided')
  expect(await batchOf(batchId)).toMatchObject({ status: 'VOIDED' })
  expectGoodManners(tab)
})

test('an answer that is lost is asked for again, and makes one batch', { timeout: 90_000 }, async () => {
  const batchId = newBatchId('Lost')
  let sent = 0
  let whileSent = false
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation CreatePayments')) return route.continue()
    sent += 1
    if (sent > 1) return route.continue()
    // It arrives, and is carried out; its answer never comes back.
    await route.fetch()
    whileSent = await page.getByLabel('Batch id').isDisabled()
    return route.abort()
  })
  await openPage(tab, `/payments/new?${november}&search=RP021&batch=${batchId}`)
  await processable()
  await page.getByRole('button', { name: 'Process Action' }).click()
  await page.getByRole('heading', { name: batchId, level: 1 }).waitFor()
  expect(sent).toBe(2)
  expect(whileSent).toBe(true)
  expect(await batchOf(batchId)).toMatchObject({ status: 'RECORDED', paymentCount: 1 })

  // The same id for something else is another batch's.
  await openPage(tab, `/payments/new?${november}&search=RP022&batch=${batchId}`)
  await page.getByText('is there already').waitFor()
  await page.getByRole('button', { name: 'Process Action' }).click()
  await page.getByText('made with other arguments').waitFor()
  await look(tab, 'create-payments-taken')
  await page.getByRole('button', { name: /^Use Batch-/ }).click()
  await expect.poll(() => page.getByLabel('Batch id').inputValue()).toMatch(/^Batch-\d{8}/)
  expectGoodManners(tab, /ERR_FAILED/)
})

test('what has changed since the preview is not recorded, but shown', { timeout: 120_000 }, async () => {
  const batchId = newBatchId('Stale')
  // Days of their own, on which nothing else was sold.
  const day = `${2101 + Math.floor(Math.random() * 800)}-01-15`
  await order(`${batchId}-1`, day, '100.00')
  await openPage(tab, `/payments/new?start=${day}&end=${day}&search=RP023&method=COMMISSION_EARNED&batch=${batchId}`)
  await processable()

  await order(`${batchId}-2`, day, '200.00')
  await page.getByRole('button', { name: 'Process Action' }).click()
  const changes = page.getByRole('table', { name: 'What has changed' })
  await changes.waitFor()
  await changes.getByRole('rowheader', { name: 'Total' }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Process Action' }).isDisabled()).toBe(true)
  expect(await batchOf(batchId)).toBeNull()
  await look(tab, 'create-payments-stale')

  await page.getByRole('button', { name: 'I have looked' }).click()
  await processable()
  await page.getByRole('button', { name: 'Process Action' }).click()
  await page.getByRole('heading', { name: batchId, level: 1 }).waitFor()
  expectGoodManners(tab)
})

test('what has changed while nobody knew whether the batch is recorded is shown, too', { timeout: 120_000 }, async () => {
  const batchId = newBatchId('Unsure')
  const day = `${2101 + Math.floor(Math.random() * 800)}-02-15`
  await order(`${batchId}-1`, day, '100.00')
  await openPage(tab, `/payments/new?start=${day}&end=${day}&search=RP023&method=COMMISSION_EARNED&batch=${batchId}`)
  await processable()
  // It never arrives.
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation CreatePayments') ? route.fulfill({ status: 502 }) : route.continue(),
  )
  await page.getByRole('button', { name: 'Process Action' }).click()
  await page.getByText('Trying again is safe').waitFor()
  await page.unroute('**/graphql')
  await order(`${batchId}-2`, day, '200.00')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('table', { name: 'What has changed' }).waitFor()
  expect(await batchOf(batchId)).toBeNull()
  expectGoodManners(tab, /502/)
})

test('payments above what is owed now want a word of their own', { timeout: 90_000 }, async () => {
  // Paid in full, one-off, the commissions of November are owed no more.
  const [partner] = await partnerIds('RP024')
  const { createReferralPartnerPayment } = await ask<{ createReferralPartnerPayment: { payment: { id: string } } }>(
    `mutation ($id: ID!, $request: String!) { createReferralPartnerPayment(partnerId: $id, amount: "99999.00", type: CASH, requestId: $request) {
      payment { id } userErrors { message } } }`,
    { id: partner, request: `above-${run}` },
  )
  await openPage(tab, `/payments/new?${november}&search=RP024`)
  await page.getByText('Record them as they are').waitFor()
  await page.getByRole('table').getByText('Above what is owed now').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Process Action' }).isDisabled()).toBe(true)
  await look(tab, 'create-payments-above')
  await page.getByLabel('Record them as they are').check()
  await processable()
  await page.getByLabel('Pay partners of an overlapping batch once more').check()
  await page.getByText('Partners may be paid twice').waitFor()
  await processable()
  await look(tab, 'create-payments-repeat')
  await page.getByLabel('Never pay more than is owed').check()
  await page.getByText('Nobody would be paid').first().waitFor()
  await ask('mutation ($id: ID!) { voidPayment(id: $id, reason: "Test") { userErrors { message } } }', {
    id: createReferralPartnerPayment.payment.id,
  })
  expectGoodManners(tab)
})

test('an export is paid as it was frozen', { timeout: 60_000 }, async () => {
  const batchId = newBatchId('Export')
  const { exportLedgers } = await ask<{ exportLedgers: { export: { id: string; totals: { endingBalance: string } } } }>(
    `mutation { exportLedgers(criteria: { period: { start: "2011-11-01", end: "2011-11-30" }, search: "RP026" }) {
      export { id totals { endingBalance } } } }`,
  )
  const { id, totals } = exportLedgers.export
  await openPage(tab, `/payments/new?exportId=${id}&batch=${batchId}`)
  await page.getByText(`with the figures that export ${id} froze`).waitFor()
  await processable()
  await page.getByRole('button', { name: 'Process Action' }).click()
  await page.getByRole('heading', { name: batchId, level: 1 }).waitFor()
  expect(await batchOf(batchId)).toMatchObject({ paymentCount: 1, total: totals.endingBalance })

  // Nobody is paid twice for the same days, and it says by which batch they were.
  await openPage(tab, `/payments/new?${november}&search=RP026&method=COMMISSION_EARNED`)
  await page.getByText('Nobody would be paid.').waitFor()
  await page.getByRole('tab', { name: 'Skipped (1)' }).click()
  const skipped = page.getByRole('table', { name: 'Skipped partners' })
  await skipped.getByText('Paid already for some of these days').waitFor()
  await skipped.getByRole('link', { name: batchId }).waitFor()
  expectGoodManners(tab)
})

test('a one-off payment is recorded once, found, and voided', { timeout: 180_000 }, async () => {
  const note = `Bonus ${run}`
  await openPage(tab, '/payments')
  await page.getByRole('button', { name: 'Record a one-off payment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record a one-off payment' })
  await dialog.getByRole('combobox', { name: 'Partner' }).fill('RP025')
  await page.getByRole('option', { name: /RP025/ }).waitFor()
  await look(tab, 'one-off-picker')
  await page.getByRole('option', { name: /RP025/ }).click()
  await dialog.getByText('Owed now').waitFor()
  await dialog.getByLabel('Amount').fill('1.234')
  await dialog.getByLabel('Note').fill(note)
  await dialog.getByRole('button', { name: 'Record the payment' }).click()
  await dialog.getByText('more digits than GBP has').waitFor()
  await look(tab, 'one-off')
  await dialog.getByLabel('Amount').fill('12.34')
  await dialog.getByRole('button', { name: 'Record the payment' }).dblclick()
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await page.getByLabel('Minimum amount').fill('12.34')
  await page.getByLabel('Maximum amount').fill('12.34')
  await page.getByLabel('Batch or one-off').selectOption('one-off')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL((url) => url.searchParams.get('in') === 'one-off')
  await expect.poll(() => page.getByRole('row').filter({ hasText: note }).count()).toBe(1)

  // The address alone gives the same search.
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: note })
  await row.waitFor()
  await look(tab, 'payment-search')
  await row.getByRole('button', { name: /^Void/ }).click()
  await page.getByLabel('Reason').fill('Entered twice')
  await page.getByRole('button', { name: 'Void payment', exact: true }).click()
  await row.getByText('Entered twice').waitFor()

  await page.getByLabel('Batch id').fill('No such batch')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('No payment matches').waitFor()
  expectGoodManners(tab)
})

test('the batches are listed, and what is not there is said', { timeout: 90_000 }, async () => {
  await openPage(tab, '/payments')
  await page.getByRole('heading', { name: 'Payments', level: 1 }).waitFor()
  await page.getByText('batch').first().waitFor()
  await look(tab, 'batches')
  await openPage(tab, '/payments/batches/None')
  await page.getByText('There is no batch None').waitFor()
  await expect.poll(() => page.getByRole('link', { name: 'Look at all batches' }).getAttribute('href')).toBe('/payments')
  expectGoodManners(tab)
})

test('who may only look is told so, and a refusal is shown', { timeout: 90_000 }, async () => {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query Access')) return route.continue()
    const response = await route.fetch()
    return route.fulfill({ response, body: (await response.text()).replace('"ADMIN"', '"READ_ONLY"') })
  })
  await openPage(tab, `/payments/new?${november}&search=RP02`)
  await page.getByText('Only finance and administrators may change it').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Process Action' }).count()).toBe(0)
  await look(tab, 'create-payments-reader')

  await page.unroute('**/graphql')
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation CreatePayments')
      ? route.fulfill({ json: { errors: [{ message: 'your role may not do this', extensions: { code: 'FORBIDDEN' } }], data: null } })
      : route.continue(),
  )
  await page.reload()
  await processable()
  await page.getByRole('button', { name: 'Process Action' }).click()
  await page.getByRole('alert').getByText('Your role may not do this').waitFor()
  await look(tab, 'create-payments-refused')
  expectGoodManners(tab)
})

interface Plan {
  batchId: string
  date: string
  paymentCount: number
  total: string
  skippedCount: number
}

function preview(alias: string, method: string): string {
  return `${alias}: previewReferralPartnerPayments(method: ${method},
    criteria: { period: { start: "2011-11-01", end: "2011-11-30" }, search: "RP03" }) { batchId date paymentCount total skippedCount }`
}

function plans(): Promise<Record<'earned' | 'both' | 'ending', Plan>> {
  return ask(`{ ${preview('earned', 'COMMISSION_EARNED')} ${preview('both', 'BEGINNING_BALANCE_PLUS_COMMISSION_EARNED')}
    ${preview('ending', 'ENDING_BALANCE')} }`)
}

function newBatchId(name: string): string {
  const batchId = `${name}-${run}`
  made.push(batchId)
  return batchId
}

/** Waits until the preview is there and can be processed. */
async function processable(on = page) {
  await on.locator('button:enabled', { hasText: 'Process Action' }).waitFor()
}

async function batchOf(batchId: string) {
  const { paymentBatch } = await ask<{ paymentBatch: unknown }>(
    'query ($batchId: String!) { paymentBatch(batchId: $batchId) { type status paymentCount total } }',
    { batchId },
  )
  return paymentBatch
}

async function voidBatch(batchId: string) {
  await ask('mutation ($batchId: String!) { voidPaymentBatch(batchId: $batchId, reason: "Test") { userErrors { message } } }', {
    batchId,
  })
}

async function order(orderId: string, day: string, unitPrice: string) {
  const { recordOrder } = await ask<{ recordOrder: { userErrors: unknown[] } }>(
    'mutation ($input: OrderInput!) { recordOrder(input: $input) { userErrors { message } } }',
    { input: { orderId, orderedAt: `${day}T12:00:00Z`, partnerCode: 'RP023', lines: [{ sku: 'TEST', unitPrice }] } },
  )
  expect(recordOrder.userErrors).toEqual([])
}

async function partnerIds(search: string): Promise<string[]> {
  const { referralPartners } = await ask<{ referralPartners: { nodes: { id: string }[] } }>(
    'query ($search: String!) { referralPartners(search: $search) { nodes { id } } }',
    { search },
  )
  return referralPartners.nodes.map(({ id }) => id)
}

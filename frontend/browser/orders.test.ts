import { beforeAll, expect, test } from 'vitest'
import { ask, expectGoodManners, look, openPage, shown } from './dashboard'
import { cells, page, tab } from './tab'

// A partner and orders of a currency of their own: the reports in GBP, which other tests read meanwhile, have none of them.
const mark = Date.now().toString(36).toUpperCase()
const code = `O${mark}`
const orderId = `TEST/${mark}`

beforeAll(async () => {
  await ask(
    `mutation ($code: String!, $orderId: String!) {
      createReferralPartner(input: { code: $code, name: "Test of orders", currencyCode: "USD" }) { userErrors { message } }
      recordOrder(input: {
        orderId: $orderId, orderedAt: "2012-02-01T10:00:00Z", partnerCode: $code, currencyCode: "USD",
        lines: [{ sku: "A", description: "One thing", quantity: "2", unitPrice: "50.00" }]
      }) { userErrors { message } }
    }`,
    { code, orderId },
  )
}, 60_000)

test('an order is looked up by its id', { timeout: 120_000 }, async () => {
  await openPage(tab, '/orders')
  await page.getByText('Which order?').waitFor()
  await page.getByLabel('Order id').fill('none such')
  await page.keyboard.press('Enter')
  await page.getByText('There is no order none such').waitFor()
  await look(tab, 'order-none')

  await page.getByLabel('Order id').fill('536365')
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.getByRole('heading', { name: 'Order 536365' }).waitFor()
  const { order } = await ask<{ order: { lines: { amount: string }[]; entries: { amount: string; balance: string }[] } }>(
    '{ order(orderId: "536365") { lines { amount } entries { amount balance } } }',
  )
  await expect.poll(() => cells(/^Lines of the order/, 5)).toEqual(order.lines.map(({ amount }) => shown(amount)))
  await expect.poll(() => cells(/^Commissions and clawbacks/, 5)).toEqual(order.entries.map(({ amount }) => shown(amount)))
  await expect.poll(() => cells(/^Commissions and clawbacks/, 6)).toEqual(order.entries.map(({ balance }) => shown(balance)))
  await look(tab, 'order')
  await page.reload()
  await page.getByRole('heading', { name: 'Order 536365' }).waitFor()
  expectGoodManners(tab)
})

test('a refund claws back once, however often it is sent', { timeout: 120_000 }, async () => {
  await openPage(tab, `/orders?order=${encodeURIComponent(orderId)}`)
  await page.getByRole('button', { name: 'Record a refund' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('1000')
  await dialog.getByLabel('Refunded on').fill('2012-02-03')
  await dialog.getByRole('button', { name: 'Record the refund' }).click()
  await dialog.getByText('is more than the 100.00 that is left').waitFor()
  await look(tab, 'refund')

  await dialog.getByLabel('Amount').fill('25')
  await dialog.getByRole('button', { name: 'Record the refund' }).dblclick()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('rowheader', { name: 'Clawback' }).waitFor()
  const { order } = await ask<{ order: unknown }>(
    'query ($orderId: String!) { order(orderId: $orderId) { refunds { amount } entries { kind date amount } } }',
    { orderId },
  )
  expect(order).toEqual({
    refunds: [{ amount: '25.00' }],
    entries: [
      { kind: 'COMMISSION', date: '2012-02-01', amount: '10.00' },
      { kind: 'CLAWBACK', date: '2012-02-03', amount: '-2.50' },
    ],
  })
  expectGoodManners(tab)
})

test('a lost answer is asked for again with the same id', { timeout: 90_000 }, async () => {
  const sent: string[] = []
  await page.route('**/graphql', async (route) => {
    const body = route.request().postData() ?? ''
    // Nor can the page be read anew: what was typed is still there.
    if (body.includes('query Order') && sent.length === 1) return route.fulfill({ status: 502 })
    if (!body.includes('mutation RecordRefund')) return route.fallback()
    sent.push((JSON.parse(body) as { variables: { input: { refundId: string } } }).variables.input.refundId)
    // The server records it; the answer to the first call never arrives.
    if (sent.length === 1) {
      await route.fetch()
      return route.abort()
    }
    return route.fallback()
  })
  await openPage(tab, `/orders?order=${encodeURIComponent(orderId)}`)
  await page.getByRole('button', { name: 'Record a refund' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('4')
  await dialog.getByLabel('Refunded on').fill('2012-02-04')
  await dialog.getByRole('button', { name: 'Record the refund' }).click()
  await dialog.getByText('It may have been recorded all the same.').waitFor()
  await page.getByText('What you see may be out of date').waitFor()
  await look(tab, 'refund-lost')
  await dialog.getByRole('button', { name: 'Record the refund' }).click()
  await page.getByText('Recorded before').waitFor()
  expect(sent[1]).toBe(sent[0])
})

test('a file is tried out, mended by leaving rows out, and recorded', { timeout: 240_000 }, async () => {
  await openPage(tab, '/import')
  await page.getByText('The first row names the columns', { exact: false }).first().waitFor()
  await look(tab, 'import')
  await choose('orders.csv', [
    'order_id,ordered_at,partner_code,sku,unit_price,currency',
    `I1/${mark},2012-02-10T10:00:00Z,${code},A,20.00,USD`,
    `I2/${mark},yesterday,${code},A,20.00,USD`,
    `I3/${mark},2012-02-10T10:00:00Z,nobody/${mark},A,20.00,USD`,
  ])
  await expect.poll(() => page.getByRole('radio', { name: 'Orders' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByText('orders.csv is refused: 2 rows are wrong').waitFor()
  await expect.poll(() => cells('Wrong rows of the file', 1)).toEqual(['3', '4'])
  await look(tab, 'import-refused')

  await page.getByRole('button', { name: 'Leave the wrong rows out, and try again' }).click()
  await page.getByText('2 wrong rows would be left out').waitFor()
  await look(tab, 'import-tried')
  expect(await found(`I1/${mark}`)).toBe(false)
  await page.getByRole('button', { name: 'Record the others' }).click()
  await page.getByText('orders.csv is recorded').waitFor()
  await page.getByText('1 order recorded').waitFor()
  await look(tab, 'import-recorded')
  expect(await found(`I1/${mark}`)).toBe(true)
  expect(await found(`I3/${mark}`)).toBe(false)

  await choose('refunds.csv', ['refund_id,order_id,refunded_at,amount', `R1/${mark},I1/${mark},2012-02-11T10:00:00Z,5.00`])
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByText('1 refund would be recorded').waitFor()
  await page.getByRole('button', { name: 'Record the file' }).click()
  await page.getByText('1 refund recorded').waitFor()
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByText('refunds.csv would change nothing').waitFor()
  // The browser reports the 422 itself.
  expectGoodManners(tab, /status of 422/)
})

test('an upload can be stopped, and a refusal is told', { timeout: 90_000 }, async () => {
  let asked = 0
  // Never answered.
  await page.route('**/imports/partners?*', () => void asked++)
  await openPage(tab, '/import')
  await choose('partners.csv', ['code,name', `P${mark},Nobody`])
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByText('Sending the file …').waitFor()
  await look(tab, 'import-sending')
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('It was stopped.').waitFor()
  expect(asked).toBe(1)

  await page.unrouteAll({ behavior: 'ignoreErrors' })
  const errors = [{ message: 'forbidden: the role FINANCE may not write', extensions: { code: 'FORBIDDEN' } }]
  await page.route('**/imports/partners?*', (route) => route.fulfill({ status: 403, json: { errors } }))
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('alert').getByText('Forbidden: the role FINANCE may not write').waitFor()
})

async function choose(name: string, rows: string[]) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) })
}

async function found(id: string): Promise<boolean> {
  return (await ask<{ order: unknown }>('query ($id: String!) { order(orderId: $id) { total } }', { id })).order !== null
}

import { expect, test } from 'vitest'
import { ask, expectGoodManners, look, openPage } from './dashboard'
import { page, tab } from './tab'

// Partners of a currency of their own: the reports in GBP, which other tests read meanwhile, have none of them.
const mark = Date.now().toString(36).toUpperCase()

test('partners are found by name, code and e-mail address, and the address keeps what was asked for', { timeout: 120_000 }, async () => {
  await openPage(tab, '/partners')
  await page.getByRole('rowheader', { name: 'Harbour Gifts' }).waitFor()
  await look(tab, 'partners')

  await page.getByRole('searchbox', { name: 'Search' }).fill('rp017@')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('1–1 of 1 partner').waitFor()
  expect(new URL(page.url()).search).toBe('?search=rp017%40')

  await page.getByText('Inactive', { exact: true }).first().click()
  await page.waitForURL(/status=INACTIVE/)
  await page.reload()
  await page.getByRole('rowheader', { name: 'Hearth & Hall' }).waitFor()
  await expect.poll(() => page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('rp017@')

  await page.getByRole('searchbox', { name: 'Search' }).fill('nobody has this')
  await page.keyboard.press('Enter')
  await page.getByText('No partner matches').waitFor()
  await look(tab, 'partners-none')
  await page.goBack()
  await page.getByRole('rowheader', { name: 'Hearth & Hall' }).waitFor()
  expectGoodManners(tab)
})

test('a partner is added, changed, adjusted and taken out', { timeout: 240_000 }, async () => {
  const code = `T${mark}`
  await openPage(tab, '/partners')
  await page.getByRole('button', { name: 'New partner' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Code' }).fill('rp001')
  await dialog.getByRole('button', { name: 'Add the partner' }).click()
  await dialog.getByText('Name is missing.').waitFor()
  await look(tab, 'partner-new')

  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Test ${mark}`)
  await dialog.getByRole('textbox', { name: 'Code' }).fill(code)
  await choose('Currency', 'usd', /^USD/)
  await choose('Referred by', 'RP003', /RP003/)
  await dialog.getByRole('button', { name: 'Add the partner' }).dblclick()
  await page.getByRole('heading', { name: `Test ${mark}` }).waitFor()

  await page.getByRole('button', { name: 'Edit' }).click()
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('not an address')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('That is not an e-mail address.').waitFor()
  await look(tab, 'partner-edit')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('t@partners.example')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('t@partners.example').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Edit')

  await page.getByRole('button', { name: 'Adjust' }).click()
  await dialog.getByLabel('Amount').fill('12,50')
  await dialog.getByText('Write it like 12.50 or -12.50.').waitFor()
  await dialog.getByLabel('Amount').fill('12.50')
  await dialog.getByLabel('Date').fill('2012-03-01')
  await dialog.getByLabel('Reason').fill('A bonus')
  await look(tab, 'adjust')
  await dialog.getByRole('button', { name: 'Record the adjustment' }).dblclick()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('12.50').first().waitFor()
  await look(tab, 'partner')

  await page.getByRole('button', { name: 'Deactivate' }).click()
  await dialog.waitFor()
  await look(tab, 'partner-deactivate')
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Reactivate' }).waitFor()
  await look(tab, 'partner-inactive')

  const { referralPartner } = await ask<{ referralPartner: unknown }>(
    `query ($code: String) { referralPartner(code: $code) {
      name email status currencyCode parent { code }
      ledger(period: { start: "2012-01-01", end: "2012-12-31" }) { owedNow entries { nodes { kind date amount description } } }
    } }`,
    { code },
  )
  expect(referralPartner).toEqual({
    name: `Test ${mark}`,
    email: 't@partners.example',
    status: 'INACTIVE',
    currencyCode: 'USD',
    parent: { code: 'RP003' },
    ledger: {
      owedNow: '12.50',
      entries: { nodes: [{ kind: 'ADJUSTMENT', date: '2012-03-01', amount: '12.50', description: 'A bonus' }] },
    },
  })
  expectGoodManners(tab)
})

test('the way back closes a dialog: it never goes on with another partner', { timeout: 60_000 }, async () => {
  await openPage(tab, '/partners?search=RP013')
  await page.getByRole('rowheader').getByRole('link').click()
  await page.getByRole('heading', { name: 'Button Box' }).waitFor()
  await page.getByRole('link', { name: 'Blue Lantern Blog' }).click()
  await page.getByRole('heading', { name: 'Blue Lantern Blog' }).waitFor()
  await page.getByRole('button', { name: 'Adjust' }).click()
  await page.getByRole('dialog', { name: 'Adjust the ledger of Blue Lantern Blog' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Button Box' }).waitFor()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  expectGoodManners(tab)
})

test('a program is tried on an example, and saved', { timeout: 180_000 }, async () => {
  await openPage(tab, '/programs')
  await page.getByRole('heading', { name: 'Standard' }).waitFor()
  await look(tab, 'programs')

  await page.getByRole('button', { name: 'New program' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Program ${mark}`)
  await rule(1).getByLabel('Earns').fill('200')
  await dialog.getByText('earns 200 % of the line').waitFor()
  await dialog.getByRole('button', { name: 'Add the program' }).click()
  await dialog.getByText('A percent is 0 to 100.').waitFor()

  await rule(1).getByLabel('Earns').fill('10')
  await dialog.getByRole('button', { name: 'Add a rule' }).click()
  await rule(2).getByLabel('Level').selectOption('1')
  await rule(2).getByLabel('SKU').fill('GIFT')
  await rule(2).getByLabel('Earns').fill('0.25')
  await rule(2).getByLabel('Of what').selectOption('amount')
  await dialog.getByText('earns 0.25 for each unit').waitFor()
  await dialog.getByText('which wins over the rule for all others').waitFor()
  await look(tab, 'program')
  await dialog.getByLabel('An order has a line of the SKU').fill('OTHER')
  await dialog.getByText('earns 10 % of the line').waitFor()
  await dialog.getByRole('button', { name: 'Add the program' }).click()
  const added = page.getByRole('region', { name: `Program ${mark}` })
  await added.getByRole('button', { name: 'Make default' }).click()
  await dialog.getByText('earn by its rules').waitFor()
  await look(tab, 'program-default')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const { commissionPrograms } = await ask<{ commissionPrograms: { name: string }[] }>(
    '{ commissionPrograms { name isDefault rules { level sku percent amount } } }',
  )
  expect(commissionPrograms.find(({ name }) => name === `Program ${mark}`)).toEqual({
    name: `Program ${mark}`,
    isDefault: false,
    rules: [
      { level: 1, sku: 'GIFT', percent: null, amount: '0.25' },
      { level: 1, sku: null, percent: '10', amount: null },
    ],
  })
  expectGoodManners(tab)
})

test('who may not write is told why, before and after', { timeout: 120_000 }, async () => {
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('query Access')) {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('ADMIN', 'READ_ONLY') })
    } else await route.fallback()
  })
  await openPage(tab, '/partners')
  const button = page.getByRole('button', { name: 'New partner', disabled: true })
  await button.focus()
  await page.getByText('Only finance and administrators may change it.').waitFor()
  await look(tab, 'partners-reader')
  await button.press('Enter')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)

  await page.unrouteAll()
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation CreatePartner')) {
      const errors = [{ message: 'forbidden: the role READ_ONLY may not write', extensions: { code: 'FORBIDDEN' } }]
      await route.fulfill({ json: { errors } })
    } else await route.fallback()
  })
  await page.reload()
  await page.getByRole('button', { name: 'New partner', disabled: false }).click()
  await page.getByRole('button', { name: 'Add the partner' }).click()
  await page.getByRole('alert').getByText('Forbidden: the role READ_ONLY may not write').waitFor()
  await look(tab, 'partner-refused')
})

function rule(number: number) {
  return page.getByRole('group', { name: `Rule ${number}` })
}

async function choose(label: string, typed: string, option: RegExp) {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option', { name: option }).click()
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ask, expectGoodManners, look, openPage, server, shown, token } from './dashboard'
import { page, tab } from './tab'

// The forty partners of the sample data: other tests, on the same server, add more.
const november = '/reports/ledgers?start=2011-11-01&end=2011-11-30&search=RP0'
const novemberCriteria = '{ period: { start: "2011-11-01", end: "2011-11-30" }, search: "RP0" }'

test('signing in leads to the page that was asked for', { timeout: 90_000 }, async () => {
  await page.goto(server + november)
  await signIn('wrong')
  await page.getByRole('alert').getByText('This access token is not valid.').waitFor()
  await look(tab, 'sign-in-token')

  await signIn(token)
  await page.getByRole('heading', { name: 'Referral Partner Ledgers' }).waitFor()
  await page.getByText('1–40 of 40 partners').waitFor()
  expect(new URL(page.url()).searchParams.get('start')).toBe('2011-11-01')

  await page.getByRole('button', { name: 'Administrator' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByLabel('Password', { exact: true }).waitFor()
  await page.reload()
  await page.getByLabel('Password', { exact: true }).waitFor()
  // The browser itself reports the 401 of the wrong token.
  expectGoodManners(tab, /status of 401/)
})

test('the report shows what the API says', { timeout: 120_000 }, async () => {
  await openPage(tab, november)
  const report = await ledgers(`criteria: ${novemberCriteria}`)
  await page.getByText(`1–${report.totalCount} of ${report.totalCount} partners`).waitFor()
  await expect.poll(() => names()).toEqual(report.nodes.map(({ partner }) => partner.name))
  const { beginningBalance, commissions, adjustments, payments, endingBalance } = report.totals
  const adjusted = report.nodes.some((row) => row.adjustments !== '0.00')
  const figures = [beginningBalance, commissions, ...(adjusted ? [adjustments] : []), payments, endingBalance]
  await expect.poll(() => lastRow()).toEqual(['Total in GBP', '', ...figures.map((amount) => shown(amount))])
  await look(tab, 'report')
  await page.setViewportSize({ width: 390, height: 2000 })
  await page.screenshot({ path: 'screenshots/report-cards-light-390.png' })
  expectGoodManners(tab)
})

test('the report is awaited in the shape that it will have', { timeout: 90_000 }, async () => {
  await page.route('**/graphql', (route) => (route.request().postData()?.includes('query Report') ? undefined : route.fallback()))
  await openPage(tab, november)
  await page.locator('table[aria-busy=true]').waitFor()
  await expect.poll(() => page.getByRole('columnheader').allTextContents()).toContain('Ending balance')
  await look(tab, 'report-loading')
})

test('commissions tell what was earned and what clawed back', { timeout: 120_000 }, async () => {
  await openPage(tab, november)
  const split = page.getByRole('button', { name: 'earned and clawed back' }).first()
  await split.hover()
  await page.getByRole('tooltip').getByText('Clawed back').waitFor()
  await look(tab, 'report-tooltip')
  await split.press('Enter')
  await page.getByRole('cell').getByText('Clawed back', { exact: true }).waitFor()
  await look(tab, 'report-commissions')
  await expect.poll(() => split.getAttribute('aria-expanded')).toBe('true')
})

test('every column sorts, on the server', { timeout: 120_000 }, async () => {
  await openPage(tab, november)
  await rowsAreThere()
  for (const [label, field, directions] of sortable) {
    for (const direction of directions) {
      // oxlint-disable-next-line no-await-in-loop -- one press after the other
      await sort(label, field, direction)
    }
  }
  await page.goBack()
  await page.locator('th[aria-sort=descending]', { hasText: 'Ending balance' }).waitFor()
  expect(page.url()).toContain('order=ENDING_BALANCE&direction=DESC')
})

test('a search keeps the order that was chosen since the page was opened', { timeout: 60_000 }, async () => {
  await openPage(tab, `${november}&order=ENDING_BALANCE&direction=DESC`)
  await rowsAreThere()
  await sort('Partner', 'PARTNER_NAME', 'ASC')
  await page.getByRole('searchbox', { name: 'Search' }).fill('RP02')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL('**search=RP02&**')
  expect(page.url()).toContain('order=PARTNER_NAME&direction=ASC')
})

async function sort(label: string, field: string, direction: string) {
  await page.getByRole('columnheader', { name: label }).getByRole('button').click()
  await page.waitForURL(`**order=${field}&direction=${direction}`)
  const report = await ledgers(`criteria: ${novemberCriteria}, orderBy: { field: ${field}, direction: ${direction} }`)
  await expect.poll(names, { message: `${field} ${direction}` }).toEqual(report.nodes.map(({ partner }) => partner.name))
}

const sortable = [
  ['Code', 'PARTNER_CODE', ['ASC', 'DESC']],
  ['Partner', 'PARTNER_NAME', ['ASC', 'DESC']],
  ['Beginning balance', 'BEGINNING_BALANCE', ['DESC', 'ASC']],
  ['Commissions', 'COMMISSIONS', ['DESC', 'ASC']],
  ['Payments', 'PAYMENTS', ['DESC', 'ASC']],
  ['Ending balance', 'ENDING_BALANCE', ['DESC', 'ASC']],
] as const

test('pages turn, and a reload stays on them', { timeout: 90_000 }, async () => {
  await openPage(tab, `${november}&size=10`)
  await page.getByText('1–10 of 40 partners').waitFor()
  const first = await names()

  await turn('Next', '11–20')
  await turn('Next', '21–30')
  const third = await names()
  await page.reload()
  await page.getByText('21–30 of 40 partners').waitFor()
  await expect.poll(() => names()).toEqual(third)

  await turn('Next', '31–40')
  await expect.poll(() => page.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true')
  await turn('Previous', '21–30')
  await expect.poll(() => names()).toEqual(third)
  await turn('First', '1–10')
  await expect.poll(() => names()).toEqual(first)
  await page.goBack()
  await page.getByText('21–30 of 40 partners').waitFor()

  await page.getByLabel('Rows', { exact: true }).selectOption('25')
  await page.getByText('1–25 of 40 partners').waitFor()
})

async function turn(button: string, rows: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByText(`${rows} of 40 partners`).waitFor()
  // The keyboard stays where it was.
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(button)
}

test('criteria are in the address: reload, back and forward', { timeout: 90_000 }, async () => {
  await openPage(tab, november)
  await rowsAreThere()
  await page.getByRole('searchbox', { name: 'Search' }).fill('RP03')
  await page.getByLabel('Minimum ending balance').fill('10')
  await page.getByLabel('Hide zero rows').check()
  await page.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Active', exact: true }).click()
  await page.getByRole('button', { name: 'Search', exact: true }).click()

  const report = await ledgers(
    'criteria: { period: { start: "2011-11-01", end: "2011-11-30" }, search: "RP03", status: ACTIVE, minimumEndingBalance: "10", nonZeroOnly: true }',
  )
  const found = report.nodes.map(({ partner }) => partner.name)
  expect(found.length).toBeGreaterThan(0)
  await expect.poll(names).toEqual(found)
  await page.reload()
  await expect.poll(names).toEqual(found)
  await expect.poll(() => page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('RP03')
  await expect.poll(() => page.getByLabel('Hide zero rows').isChecked()).toBe(true)

  await page.goBack()
  await page.getByText('40 partners').waitFor()
  await expect.poll(() => page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('RP0')
  await page.goForward()
  await expect.poll(names).toEqual(found)
})

test('presets fill in the days; nothing happens before Search', { timeout: 60_000 }, async () => {
  await openPage(tab, november)
  await rowsAreThere()
  await page.getByRole('button', { name: 'All time' }).click()
  expect(page.url()).toContain('start=2011-11-01')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL('**start=1900-01-01**')
  await expect.poll(() => page.getByRole('button', { name: 'All time' }).getAttribute('aria-pressed')).toBe('true')

  await page.getByLabel('From').fill('2011-12-01')
  await page.getByLabel('To').fill('2011-11-01')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('ends before it starts').waitFor()
  expect(page.url()).toContain('start=1900-01-01')
})

test('a parent partner is found by searching', { timeout: 60_000 }, async () => {
  await openPage(tab, november)
  await rowsAreThere()
  await page.getByRole('combobox', { name: 'Referred by' }).fill('RP001')
  await page.getByRole('option', { name: /RP001/ }).click()
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL(/parent=\d+/)
  await page.reload()
  await expect.poll(() => page.getByRole('combobox', { name: 'Referred by' }).inputValue()).toContain('RP001')
})

test('an empty report and a failed one say what to do', { timeout: 120_000 }, async () => {
  await openPage(tab, november.replace('RP0', 'nobody-is-called-this'))
  await page.getByText('No partner matches').waitFor()
  await look(tab, 'report-empty')
  await page.getByRole('button', { name: 'Show all partners' }).click()
  await rowsAreThere()

  await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'the database is away' }] } }))
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('alert').getByText('The database is away').waitFor()
  await look(tab, 'report-failed')
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await rowsAreThere()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
})

test('a token that is no longer good leads to signing in, and back', { timeout: 60_000 }, async () => {
  await openPage(tab, `${november}&minimum=10`)
  await rowsAreThere()
  // What is still on its way, such as the totals, would be good, and answer for the search as well.
  await page.waitForLoadState('networkidle')
  await page.route('**/graphql', (route) =>
    route.fulfill({ status: 401, json: { errors: [{ message: 'This token was revoked.' }] } }),
  )
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('alert').getByText('This access token is not valid.').waitFor()
  await page.unroute('**/graphql')
  await signIn(token)
  await rowsAreThere()
  expect(page.url()).toContain('minimum=10')
})

test('the report is exported, and the file is what the API keeps', { timeout: 150_000 }, async () => {
  await openPage(tab, november)
  await rowsAreThere()
  await page.getByRole('button', { name: 'Actions' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Export' }).waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Export')
  await look(tab, 'report-actions')
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export' }).press('Enter')
  const file = await saved
  await page.getByRole('alert').getByText('Exported 40 partners').waitFor()

  const { ledgerExports } = await ask<{ ledgerExports: { nodes: Export[] } }>(
    '{ ledgerExports(first: 1) { nodes { fileName sha256 rowCount } } }',
  )
  const [made] = ledgerExports.nodes
  expect(made).toMatchObject({ fileName: file.suggestedFilename(), rowCount: 40 })
  expect(createHash('sha256').update(readFileSync(await file.path())).digest('hex')).toBe(made!.sha256)

  await page.getByRole('link', { name: 'Exports' }).click()
  await page.getByRole('button', { name: made!.fileName }).first().waitFor()
  await look(tab, 'exports')
  expectGoodManners(tab)
})

test('an address without days means the last month, by the calendar of the business', { timeout: 60_000 }, async () => {
  const { business } = await ask<{ business: { today: string } }>('{ business { today } }')
  await openPage(tab, '/reports/ledgers')
  await page.getByRole('button', { name: 'Last month', pressed: true }).waitFor()
  // The day of the server of these tests is years before that of the browser.
  const [year, month] = business.today.split('-').map(Number)
  const lastMonth = new Date(Date.UTC(year!, month! - 2)).toISOString().slice(0, 7)
  expect(await page.getByLabel('From').inputValue()).toBe(`${lastMonth}-01`)
  expectGoodManners(tab)
})

test('the entries of the period are saved, every one that the API knows', { timeout: 90_000 }, async () => {
  await openPage(tab, november)
  await rowsAreThere()
  await page.getByRole('button', { name: 'Actions' }).press('Enter')
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download All Entries of the Period' }).press('Enter')
  const file = await saved
  await page.getByRole('alert').getByText('Saved all entries').waitFor()
  expect(file.suggestedFilename()).toBe('ledger-entries_2011-11-01_2011-11-30_GBP.csv')
  const rows = readFileSync(await file.path(), 'utf8').split('\r\n').filter((row) => row.startsWith('RP0'))
  const { referralPartnerLedgers } = await ask<{ referralPartnerLedgers: { nodes: { entries: { totalCount: number } }[] } }>(
    '{ referralPartnerLedgers(criteria: { search: "RP0", period: { start: "2011-11-01", end: "2011-11-30" } }, first: 100) { nodes { entries(first: 1) { totalCount } } } }',
  )
  expect(rows).toHaveLength(referralPartnerLedgers.nodes.reduce((sum, { entries }) => sum + entries.totalCount, 0))
  expectGoodManners(tab)
})

interface Export {
  fileName: string
  sha256: string
  rowCount: number
}

test('whoever may not export is told so', { timeout: 90_000 }, async () => {
  await openPage(tab, november)
  await rowsAreThere()
  const message = 'forbidden: the role READ_ONLY may not write'
  await page.route('**/graphql', (route) => route.fulfill({ status: 403, json: { errors: [{ message }] } }))
  await page.getByRole('button', { name: 'Actions' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Export' }).press('Enter')
  await page.getByRole('alert').getByText(message).first().waitFor()
  await look(tab, 'report-notice')
  // The menu is closed, and the keyboard is back where it was opened.
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Actions')
})

test('a row leads to its ledger, for the same days', { timeout: 90_000 }, async () => {
  await openPage(tab, november)
  await page.getByRole('link', { name: 'Ægir Handel' }).click()
  await page.getByRole('heading', { name: 'Ægir Handel' }).waitFor()
  expect(new URL(page.url()).search).toBe('?start=2011-11-01&end=2011-11-30&currency=GBP')
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1')
  await page.getByRole('cell').first().waitFor()
  await look(tab, 'ledger')
  await page.goBack()
  await rowsAreThere()
})

test('a phone has the navigation behind a button', { timeout: 90_000 }, async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(tab, november)
  await rowsAreThere()
  const link = page.getByRole('link', { name: 'Exports' })
  await expect.poll(() => link.count()).toBe(0)
  await page.getByRole('button', { name: 'Open the navigation' }).click()
  await link.waitFor()
  await look(tab, 'navigation')
  await page.setViewportSize({ width: 390, height: 844 })
  // It is open again, now that the page is no longer as wide as a laptop's.
  await page.getByRole('button', { name: 'Close the navigation' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Open the navigation')
  await page.getByRole('button', { name: 'Open the navigation' }).click()
  await page.mouse.click(380, 500)
  await expect.poll(() => link.count()).toBe(0)
  await page.getByRole('button', { name: 'Open the navigation' }).click()
  await link.click()
  await page.getByRole('heading', { name: 'Exports' }).waitFor()
  await expect.poll(() => link.count()).toBe(0)
})

test('an address that is none says so', { timeout: 60_000 }, async () => {
  await openPage(tab, '/no/such/page')
  await page.getByRole('heading', { name: 'No such page' }).waitFor()
  await look(tab, 'not-found')
  await page.getByRole('link', { name: 'Go to the report' }).click()
  await rowsAreThere()
  expect(page.url()).toContain('/reports/ledgers?start=')
})

test('the first load of the report stays below 220 kB of JavaScript', { timeout: 60_000 }, async () => {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await openPage(tab, november)
  await rowsAreThere()
  await page.waitForLoadState('networkidle')
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  console.log(`${total} bytes of JavaScript, compressed`)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThanOrEqual(220_000)
})

interface Report {
  totalCount: number
  totals: { beginningBalance: string; commissions: string; adjustments: string; payments: string; endingBalance: string }
  nodes: { partner: { name: string }; adjustments: string }[]
}

async function ledgers(args: string): Promise<Report> {
  const { referralPartnerLedgers } = await ask<{ referralPartnerLedgers: Report }>(`{
    referralPartnerLedgers(${args}) {
      totalCount
      totals { beginningBalance commissions adjustments payments endingBalance }
      nodes { partner { name } adjustments }
    }
  }`)
  return referralPartnerLedgers
}

async function signIn(as: string) {
  const byToken = page.getByRole('button', { name: 'Sign in with a token' })
  await byToken.or(page.getByLabel('Access token')).waitFor()
  if (await byToken.isVisible()) await byToken.click()
  await page.getByLabel('Access token').fill(as)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

function rowsAreThere() {
  return page.locator('tbody a').first().waitFor()
}

function names(): Promise<string[]> {
  return page.locator('tbody th a').allTextContents()
}

function lastRow(): Promise<string[]> {
  return page.locator('tfoot').locator('th, td').allTextContents()
}

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChromium } from './chromium'
import { ask, expectGoodManners, openPage, openTab, type Tab } from './dashboard'
import { expectVisibleFocus, hasFocus, tabTo } from './keyboard'

// A batch of few partners, voided in the end: other tests share the server.
let batchId: string

let browser: Browser
let tab: Tab
let page: Page

beforeAll(async () => {
  browser = await startChromium()
}, 60_000)

afterAll(() => browser?.close())

beforeEach(async () => {
  batchId = `Keys-${Math.random().toString(36).slice(2, 8)}`
  tab = await openTab(browser)
  page = tab.page
})

afterEach(async () => {
  await tab.context.close()
  await ask('mutation ($batchId: String!) { voidPaymentBatch(batchId: $batchId, reason: "Test") { userErrors { message } } }', { batchId })
})

test('the five steps by the keyboard alone', { timeout: 240_000 }, async () => {
  await openPage(tab, '/')
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()

  // The report: criteria, Search.
  await press('Enter', page.getByRole('link', { name: 'Referral Partner Ledgers' }))
  await headed('Referral Partner Ledgers')
  await tabTo(page, page.getByLabel('From'))
  await page.keyboard.type('11012011')
  await tabTo(page, page.getByLabel('To'))
  await page.keyboard.type('11302011')
  await tabTo(page, page.getByRole('searchbox', { name: 'Search' }))
  await page.keyboard.type('RP03')
  await press('Enter', page.getByRole('button', { name: 'Search', exact: true }))
  await page.getByText('1–10 of 10 partners').waitFor()
  await focused(page.getByRole('button', { name: 'Search', exact: true }))
  expect(new URL(page.url()).search).toBe('?start=2011-11-01&end=2011-11-30&search=RP03')

  // A column, a row's ledger, and the way back.
  const sort = page.getByRole('columnheader', { name: 'Ending balance' }).getByRole('button')
  await press('Enter', sort)
  await page.locator('table[aria-busy=false] th[aria-sort=descending]', { hasText: 'Ending balance' }).waitFor()
  await focused(sort)
  const row = page.getByRole('rowheader').getByRole('link').first()
  const partner = await row.textContent()
  await press('Enter', row)
  await headed(new RegExp(`^${partner} \\(RP03\\d\\)$`))
  await page.getByText('Beginning balance', { exact: true }).first().waitFor()
  await press('Enter', page.getByRole('link', { name: 'The report of these days' }), 'Shift+Tab')
  await headed('Referral Partner Ledgers')
  await tabTo(page, page.getByRole('searchbox', { name: 'Search' }))
  await page.keyboard.type('RP03')
  await page.keyboard.press('Enter')
  await page.getByText('1–10 of 10 partners').waitFor()

  // The menu of actions: open, leave, export.
  const actions = page.getByRole('button', { name: 'Actions' })
  await press('Enter', actions, 'Shift+Tab')
  await menuItem('Create Referral Partner Payments')
  await page.keyboard.press('Escape')
  await focused(actions)
  // Nobody is so quick as to open it again before the focus was given back for good, some milliseconds later.
  await page.waitForTimeout(200)
  await page.keyboard.press('Enter')
  await menuItem('Export')
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  await saved
  await focused(actions)

  // Payments: a method, a name, the preview, and Process Action.
  await page.keyboard.press('Enter')
  await menuItem('Create Referral Partner Payments')
  await page.keyboard.press('Enter')
  await headed('Create Referral Partner Payments')
  await tabTo(page, page.getByRole('radio', { name: 'Ending balance', exact: true }))
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await focused(page.getByRole('radio', { name: 'Ending balance', exact: true }))
  await tabTo(page, page.getByLabel('Batch id'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(batchId)
  await page.waitForURL((url) => url.searchParams.get('batch') === batchId)
  await tabTo(page, page.getByRole('tab', { name: 'Payments' }))
  await page.keyboard.press('ArrowRight')
  await focused(page.getByRole('tab', { name: 'Skipped' }))
  await page.keyboard.press('ArrowLeft')
  await page.locator('button:enabled', { hasText: 'Process Action' }).waitFor()
  await press('Enter', page.getByRole('button', { name: 'Process Action' }), 'Shift+Tab')
  await headed(batchId)

  // The batch: to void it is asked for, thought better of, and done.
  const voidBatch = page.getByRole('button', { name: 'Void batch' })
  const dialog = page.getByRole('dialog', { name: `Void ${batchId}` })
  await voidBatch.waitFor()
  await press('Enter', voidBatch)
  await focused(dialog.getByLabel('Reason'))
  for (let presses = 0; presses < 12; presses += 1) {
    // oxlint-disable no-await-in-loop -- one press after the other
    await page.keyboard.press('Tab')
    await expectVisibleFocus(page)
    expect(await page.evaluate('!!document.activeElement.closest("[role=dialog]")'), 'the focus stays in the dialog').toBe(true)
    // oxlint-enable no-await-in-loop
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focused(voidBatch)
  await page.keyboard.press('Enter')
  await focused(dialog.getByLabel('Reason'))
  await page.keyboard.type('Only tried out')
  await page.keyboard.press('Enter')
  await page.getByText('This batch was voided').waitFor()
  // The button is gone: what the page is about has the focus then.
  await headed(batchId)
  expectGoodManners(tab)
})

test('the first stop leads past the navigation', { timeout: 60_000 }, async () => {
  await openPage(tab, '/payments')
  await page.getByRole('heading', { name: 'Payments', level: 1 }).waitFor()
  await press('Enter', page.getByRole('link', { name: 'Skip to the content' }))
  await page.keyboard.press('Tab')
  await expect.poll(() => page.locator('main :focus').count()).toBe(1)
  await expectVisibleFocus(page)
})

/** Goes to a control by Tab and presses a key there. */
async function press(key: string, target: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab') {
  await tabTo(page, target, by)
  await page.keyboard.press(key)
}

/** A new page begins at its heading. */
async function headed(name: string | RegExp) {
  const heading = page.getByRole('heading', { name, level: 1 })
  await heading.waitFor()
  await expect.poll(() => hasFocus(heading)).toBe(true)
}

async function focused(target: Locator) {
  await expect.poll(() => hasFocus(target)).toBe(true)
  await expectVisibleFocus(page)
}

/** Goes to an item of the open menu by the arrows. */
async function menuItem(name: string) {
  const item = page.getByRole('menuitem', { name })
  await page.locator('[role=menu] :focus').waitFor({ state: 'attached' })
  // oxlint-disable no-await-in-loop -- one press after the other
  for (let presses = 0; presses < 4 && !(await hasFocus(item)); presses += 1) {
    await page.keyboard.press('ArrowDown')
  }
  // oxlint-enable no-await-in-loop
  await focused(item)
}

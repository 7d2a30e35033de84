import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startChromium } from './chromium'
import { openTab, type Tab } from './dashboard'

/** The Chromium of a test file, and the tab of each of its tests, nobody signed in yet. */
export let browser: Browser
export let tab: Tab
export let page: Page

beforeAll(async () => {
  browser = await startChromium()
}, 60_000)

afterAll(() => browser?.close())

beforeEach(async () => {
  tab = await openTab(browser)
  page = tab.page
})

afterEach(() => tab.context.close())

/** What a column of a table says, from the first row to the last. */
export function cells(table: string | RegExp, column: number): Promise<string[]> {
  return page.getByRole('table', { name: table }).locator(`tbody tr > :nth-child(${column})`).allTextContents()
}

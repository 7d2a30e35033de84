import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { formatAmount } from '../src/lib/amounts'

export const server = need('PARTNERLEDGER_URL', 'the address of a running server, such as http://127.0.0.1:8080')
export const token = need('PARTNERLEDGER_TOKEN', 'a token of that server')

export function need(name: string, meaning: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name} to ${meaning}.`)
  return value.replace(/\/$/, '')
}

/** A tab of the dashboard, and all that it asked for and complained about. */
export interface Tab {
  context: BrowserContext
  page: Page
  requests: URL[]
  complaints: string[]
}

export async function openTab(browser: Browser): Promise<Tab> {
  // Nothing fades or slides, so that there is one state to look at.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', acceptDownloads: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const tab: Tab = { context, page, requests: [], complaints: [] }
  page.on('request', (request) => tab.requests.push(new URL(request.url())))
  page.on('pageerror', (error) => tab.complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') tab.complaints.push(message.text())
  })
  return tab
}

/** Opens a page as somebody who has signed in already. */
export async function openPage({ page }: Tab, path: string, as = token): Promise<void> {
  await page.addInitScript((text) => sessionStorage.setItem('partnerledger:token', text), as)
  await page.goto(server + path)
}

/** The page as it is, in light and dark, wide and narrow: nothing is cut off, axe finds nothing, and there is a picture of it. */
export async function look({ page }: Tab, name: string): Promise<void> {
  for (const [colorScheme, width] of looks) {
    // oxlint-disable no-await-in-loop -- one page, one look after the other
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.locator(`:root[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    // What is asked for anew, perhaps because of what was just pressed, is faint until it is there.
    await page.waitForTimeout(200)
    await expect.poll(() => page.locator('[data-busy]').count()).toBe(0)
    await page.screenshot({ path: `screenshots/${name}-${colorScheme}-${width}.png` })
    expect(await page.evaluate('document.documentElement.scrollWidth'), `${name} at ${width}`).toBeLessThanOrEqual(width)
    expect(await page.evaluate(wideTables), `${name} at ${width}`).toEqual([])
    // No page here has frames of other origins, whose results it would put together in another tab, at twice the time.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    const { violations } = await axe.analyze()
    expect(violations.map(describe), `${name}, ${colorScheme}, ${width}`).toEqual([])
    // oxlint-enable no-await-in-loop
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

// Those that stick out of their frames, which the page's padding may hide.
const wideTables = `[...document.querySelectorAll('table')].filter((table) => {
  const [inner, outer] = [table, table.parentElement].map((element) => element.getBoundingClientRect())
  return outer.width > 10 && inner.right > outer.right + 1 && getComputedStyle(table.parentElement).overflowX === 'visible'
}).map((table) => table.ariaLabel)`

// Axe takes most of the time of these tests: each scheme and each width once, or all four with EVERY_LOOK=1.
const looks = process.env.EVERY_LOOK
  ? ([['light', 1440], ['dark', 1440], ['dark', 390], ['light', 390]] as const)
  : ([['dark', 390], ['light', 1440]] as const)

function describe({ id, nodes }: { id: string; nodes: { target: unknown; failureSummary?: string }[] }): string {
  return `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`).join('; ')}`
}

/** An amount of the sample data as the dashboard writes it. */
export function shown(amount: string): string {
  return formatAmount(amount, 'GBP', 'en-US')
}

/** Asks the API itself, to compare. */
export async function ask<T>(query: string, variables: object = {}, as = token): Promise<T> {
  const response = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${as}` },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

/** What a well-behaved page never does: complain, and ask anybody else. */
export function expectGoodManners({ complaints, requests }: Tab, expected: RegExp = /^$/): void {
  expect(complaints.filter((text) => !expected.test(text))).toEqual([])
  const { host } = new URL(server)
  // data: and blob: never leave the page.
  expect(requests.filter((url) => url.protocol.startsWith('http') && url.host !== host).map(String)).toEqual([])
}

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChromium } from './chromium'

const server = need('PARTNERLEDGER_URL', 'the address of a running server, such as http://127.0.0.1:8080')
const token = need('PARTNERLEDGER_TOKEN', 'a token of that server')

let browser: Browser
let page: Page
let requests: URL[]
let complaints: string[]

beforeAll(async () => {
  browser = await startChromium()
}, 60_000)

afterAll(() => browser?.close())

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  requests = []
  complaints = []
  page.on('request', (request) => requests.push(new URL(request.url())))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.setDefaultTimeout(20_000)
})

afterEach(() => page.close())

test('the report is run with a token', { timeout: 60_000 }, async () => {
  await page.goto(`${server}/playground`)
  await page.getByText('Enter a token to load the schema').waitFor()
  expect(askedOfTheApi()).toEqual([])

  await enter(token)
  await page.locator('.access.granted').waitFor()
  await page.getByRole('tab', { name: 'Report' }).click()
  const answered = page.waitForResponse((response) => !!response.request().postData()?.includes('query Report'))
  await page.getByRole('button', { name: /^Execute query/ }).click()

  const { data } = (await (await answered).json()) as { data: Data }
  const [first] = data.referralPartnerLedgers.nodes
  expect(first, 'the report of November 2011 has no row: load the sample data').toBeDefined()
  await page.locator('.graphiql-response').getByText(JSON.stringify(first!.partner.code)).waitFor()

  expect(complaints).toEqual([])
  expect(foreign()).toEqual([])
})

test('a wrong token is refused, and says so', { timeout: 60_000 }, async () => {
  await page.goto(`${server}/playground`)
  await enter('wrong')
  await page.getByRole('alert').getByText('refuses this token (HTTP 401)').waitFor()

  // The browser itself reports the 401, and the page has nothing to add.
  expect(complaints.filter((text) => !text.includes('status of 401'))).toEqual([])
  expect(askedOfTheApi()).toHaveLength(1)
  expect(foreign()).toEqual([])
})

test.each([390, 1440])('nothing is cut off at a width of %i', { timeout: 60_000 }, async (width) => {
  await page.setViewportSize({ width, height: 844 })
  await page.goto(`${server}/playground`)
  await page.getByRole('button', { name: /^Execute query/ }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
})

interface Data {
  referralPartnerLedgers: { nodes: { partner: { code: string } }[] }
}

function need(name: string, meaning: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name} to ${meaning}.`)
  return value.replace(/\/$/, '')
}

async function enter(text: string) {
  await page.getByLabel('Access token').fill(text)
  await page.getByRole('button', { name: 'Use token' }).click()
}

function askedOfTheApi(): URL[] {
  return requests.filter(({ pathname }) => pathname === '/graphql')
}

// data: and blob: never leave the page.
function foreign(): string[] {
  const { host } = new URL(server)
  return requests.filter((url) => url.protocol.startsWith('http') && url.host !== host).map(String)
}

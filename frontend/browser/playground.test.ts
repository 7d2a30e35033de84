import { expect, test } from 'vitest'
import { expectGoodManners, server, token } from './dashboard'
import { enter as enterDashboard, join, nobody } from './people'
import { page, tab } from './tab'

test('the report is run with a token', { timeout: 60_000 }, async () => {
  await page.goto(`${server}/playground`)
  await page.getByText('enter a token to load the schema').waitFor()
  expect(askedOfTheApi()).toHaveLength(1)

  await enter(token)
  await page.locator('.access.granted').waitFor()
  await page.getByRole('tab', { name: 'Report' }).click()
  const answered = page.waitForResponse((response) => !!response.request().postData()?.includes('query Report'))
  await execute()

  const { data } = (await (await answered).json()) as { data: Data }
  const [first] = data.referralPartnerLedgers.nodes
  expect(first, 'the report of November 2011 has no row: load the sample data').toBeDefined()
  await page.locator('.graphiql-response').getByText(JSON.stringify(first!.partner.code)).waitFor()

  // The browser itself reports the 401 of whoever has not signed in.
  expectGoodManners(tab, nobody)
})

test('whoever is signed in needs no token', { timeout: 60_000 }, async () => {
  await enterDashboard(await join('READ_ONLY'), '/programs')
  await page.goto(`${server}/playground`)
  await page.locator('.access.granted').getByText('READ_ONLY').waitFor()
  await page.getByRole('tab', { name: 'Report' }).click()
  await execute()
  await page.locator('.graphiql-response').getByText('endingBalance').first().waitFor()
  await expect.poll(() => page.getByLabel('Access token').inputValue()).toBe('')
  expectGoodManners(tab, nobody)
})

test('whoever is quicker than the editors loses nothing', { timeout: 60_000 }, async () => {
  await page.route(/\/codemirror-/, async (route) => {
    await page.waitForTimeout(2000)
    await route.continue()
  })
  await enterDashboard(await join('READ_ONLY'), '/programs')
  await page.goto(`${server}/playground`)
  await page.locator('.access.granted').waitFor()
  await execute()
  await expect.poll(() => page.locator('.graphiql-response').textContent()).toContain('endingBalance')
  expectGoodManners(tab, nobody)
})

test('a wrong token is refused, and says so', { timeout: 60_000 }, async () => {
  await page.goto(`${server}/playground`)
  await enter('wrong')
  await page.getByRole('alert').getByText('refuses this token (HTTP 401)').waitFor()

  // The browser itself reports the 401, and the page has nothing to add.
  expectGoodManners(tab, /status of 401/)
  expect(askedOfTheApi()).toHaveLength(2)
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

async function enter(text: string) {
  await page.getByLabel('Access token').fill(text)
  await page.getByRole('button', { name: 'Use token' }).click()
}

async function execute() {
  const button = page.getByRole('button', { name: /^Execute query/ })
  await button.waitFor()
  // GraphiQL knows of its editors a moment after they are drawn: no hand is as quick as that, but a test is.
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve()))')
  await button.click()
}

function askedOfTheApi(): URL[] {
  return tab.requests.filter(({ pathname }) => pathname === '/graphql')
}

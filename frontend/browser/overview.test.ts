import { expect, test } from 'vitest'
import { ask, expectGoodManners, look, openPage, shown } from './dashboard'
import { cells, page, tab } from './tab'

interface Year {
  report: { totals: Record<string, string>; nodes: { partner: { name: string }; commissions: string }[] }
  ledgerMonths: { totals: { commissionsEarned: string; clawbacks: string } }[]
}

test('the start page shows where the business stands', { timeout: 120_000 }, async () => {
  await openPage(tab, '/')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  // The sample ends in 2011: what is shown is the last time when anything moved, not an empty year.
  await page.getByText('By month').waitFor()

  await page.goto(`${new URL(page.url()).origin}/?until=2011-12`)
  const { report, ledgerMonths } = await ask<Year>(`{
    report: referralPartnerLedgers(
      criteria: { period: { start: "2011-01-01", end: "2011-12-31" } } orderBy: { field: COMMISSIONS, direction: DESC } first: 5
    ) { totals { commissionsEarned clawbacks } nodes { partner { name } commissions } }
    ledgerMonths(last: 12, until: "2011-12-31") { totals { commissionsEarned clawbacks } }
  }`)
  await page.getByText(shown(report.totals.commissionsEarned!)).first().waitFor()
  await expect.poll(() => page.getByText(shown(report.totals.clawbacks!)).count()).toBeGreaterThan(0)
  await expect.poll(() => cells('Top partners of the period', 1)).toEqual(report.nodes.map(({ partner }) => partner.name))
  await expect.poll(() => cells('Top partners of the period', 3)).toEqual(report.nodes.map(({ commissions }) => shown(commissions)))

  // The table of the chart is there for screen readers before anybody asks to see it.
  const months = ledgerMonths.map(({ totals }) => shown(totals.commissionsEarned))
  await expect.poll(() => cells('Earned, clawed back and paid by month', 2)).toEqual(months)
  await page.locator('.recharts-bar-rectangle path').first().waitFor()
  await look(tab, 'overview')
  await page.setViewportSize({ width: 390, height: 2000 })
  await page.screenshot({ path: 'screenshots/overview-whole-light-390.png' })
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.locator('.recharts-wrapper').hover({ position: { x: 1010, y: 150 } })
  const december = ledgerMonths.at(-1)!.totals
  await page.locator('.recharts-tooltip-wrapper').getByText(shown(december.commissionsEarned)).waitFor()

  await page.getByText('Table', { exact: true }).click()
  await page.getByRole('table', { name: 'Earned, clawed back and paid by month' }).waitFor()
  await expect.poll(() => page.locator('.recharts-wrapper').count()).toBe(0)
  await look(tab, 'overview-table')
  expectGoodManners(tab)
})

test('the months are chosen, and kept in the address', { timeout: 60_000 }, async () => {
  await openPage(tab, '/?until=2011-12')
  await page.getByText('The twelve months until December 2011').waitFor()
  await page.getByRole('button', { name: 'A month earlier' }).click()
  await page.getByText('The twelve months until November 2011').waitFor()
  expect(new URL(page.url()).search).toBe('?until=2011-11')
  await page.goBack()
  await page.getByText('The twelve months until December 2011').waitFor()

  await page.getByLabel('Last month').fill('2005-06')
  await page.getByText('Nothing moved in the twelve months until June 2005').waitFor()
  await look(tab, 'overview-quiet')
  await page.getByRole('button', { name: 'Show the latest months with entries' }).click()
  await page.getByText('By month').waitFor()
  expect(new URL(page.url()).search).toBe('')
  expectGoodManners(tab)
})

test('a currency in which nothing ever moved says how to begin', { timeout: 60_000 }, async () => {
  await openPage(tab, '/?currency=KWD')
  await page.getByText('There is nothing in the ledgers yet').waitFor()
  await look(tab, 'overview-begin')
  await page.getByRole('link', { name: 'Import files' }).click()
  await page.getByRole('heading', { name: 'Import' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/import')
  expectGoodManners(tab)
})

test('what cannot be loaded is told, and tried again', { timeout: 60_000 }, async () => {
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query Overview') ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.fallback(),
  )
  await openPage(tab, '/?until=2011-12')
  await page.getByText('The overview cannot be shown').waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('By month').waitFor()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
})

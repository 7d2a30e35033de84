import { expect, test } from 'vitest'
import { formatDay } from '../src/lib/days'
import { ask, expectGoodManners, look, openPage, shown } from './dashboard'
import { textOf } from './pdf'
import { page, tab } from './tab'

const year = '/reports/print?start=2010-12-01&end=2011-12-31&search=RP0'

interface Answer {
  business: { name: string; timeZone: string; today: string }
  report: {
    totals: Record<(typeof figures)[number], string>
    nodes: (Record<(typeof figures)[number], string> & {
      partner: { name: string; code: string }
      entries: { nodes: { description: string; amount: string; balance: string }[] }
    })[]
  }
}

const figures = ['beginningBalance', 'commissions', 'payments', 'endingBalance'] as const

function everything(search: string): Promise<Answer> {
  return ask<Answer>(`{
    business { name timeZone today }
    report: referralPartnerLedgers(criteria: { period: { start: "2010-12-01", end: "2011-12-31" }, search: "${search}" }, first: 40) {
      totals { ${figures.join(' ')} }
      nodes { partner { name code } ${figures.join(' ')} entries(first: 500) { nodes { description amount balance } } }
    }
  }`)
}

test('the list on paper is the report of the API', { timeout: 120_000 }, async () => {
  await openPage(tab, year.replace('print', 'ledgers'))
  await page.getByRole('button', { name: 'Actions' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Print Referral Partner Ledgers' }).click()
  await page.waitForURL(`**${year}`)
  await page.getByRole('cell', { name: 'RP001' }).waitFor()
  await look(tab, 'print-list')

  const { business, report } = await everything('RP0')
  const pages = await print('list')
  const text = pages.join(' ')
  expectHead(pages[0]!, business)
  const rows = report.nodes.map(
    ({ partner, ...ledger }) => `${partner.name} ${partner.code}.*?${figures.map((figure) => shown(ledger[figure])).join('.*?')}`,
  )
  expectInOrder(text, rows)
  for (const figure of figures) expect(text).toContain(shown(report.totals[figure]))
  // The columns are named on every page, and every page has its number.
  pages.forEach((one, index) => {
    expect(one).toContain('Ending balance')
    expect(one).toContain(`${index + 1} / ${pages.length}`)
  })
  expect(text).not.toMatch(/Sign out|Skip to/)
  expectGoodManners(tab)
})

test('each partner has pages of their own, with every entry', { timeout: 180_000 }, async () => {
  await openPage(tab, `${year}0`)
  await page.getByRole('cell', { name: 'RP001' }).waitFor()
  await page.getByText('One partner a page').click()
  await page.waitForURL(`**${year}0&layout=partners`)
  await page.getByRole('region', { name: 'RP001' }).waitFor()
  await look(tab, 'print-partners')

  const { business, report } = await everything('RP00')
  const pages = await print('partners')
  const begin = pages.flatMap((one, index) => (one.includes('Printed on') ? [index] : []))
  expect(begin).toHaveLength(report.nodes.length)
  report.nodes.forEach(({ partner, beginningBalance, endingBalance, entries }, index) => {
    const own = pages.slice(begin[index], begin[index + 1])
    expectHead(own[0]!, business)
    // On each of its pages the name is repeated.
    for (const one of own) expect(one).toContain(`${partner.name} (${partner.code})`)
    const lines = entries.nodes.map(({ description, amount, balance }) => `${description}.*?${shown(amount)}.*?${shown(balance)}`)
    expectInOrder(own.join(' '), [`Beginning balance ?${shown(beginningBalance)}`, ...lines, `Ending balance ?${shown(endingBalance)}`])
  })
  pages.forEach((one, index) => expect(one).toContain(`${index + 1} / ${pages.length}`))
})

test('the button prints; black on white in the dark as well', { timeout: 60_000 }, async () => {
  await page.addInitScript('window.print = () => { document.documentElement.dataset.printed = "yes" }')
  await openPage(tab, year)
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  expect(await page.evaluate('document.documentElement.dataset.printed')).toBe('yes')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colors = 'getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector("section")).color'
  await expect.poll(() => page.evaluate(colors)).toBe('rgb(255, 255, 255)rgb(0, 0, 0)')
  await expect.poll(() => page.getByRole('navigation').first().isVisible()).toBe(false)
  await page.screenshot({ path: 'screenshots/print-media-dark-1440.png' })
})

test('a ledger is printed by itself', { timeout: 60_000 }, async () => {
  const { referralPartner } = await ask<{ referralPartner: { id: string } }>('{ referralPartner(code: "RP007") { id } }')
  await openPage(tab, `/ledgers/${referralPartner.id}?start=2010-12-01&end=2011-12-31&currency=GBP`)
  await page.getByRole('link', { name: 'Print this ledger' }).click()
  await page.getByText('Only Paper Crane (RP007)').waitFor()
  await expect.poll(() => page.locator('section table').count()).toBe(1)
})

test('so many ledgers are loaded only when somebody insists', { timeout: 60_000 }, async () => {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query PrintFrame')) return route.fallback()
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/"totalCount":\d+/, '"totalCount":2001')
    return route.fulfill({ response: answer, body })
  })
  await openPage(tab, `${year}&layout=partners`)
  await page.getByText('These are 2,001 ledgers').waitFor()
  await look(tab, 'print-many')
  await expect.poll(() => page.locator('section table').count()).toBe(0)
  await page.getByRole('button', { name: 'Load all the same' }).click()
  await page.locator('section table').first().waitFor()
})

test('nothing to print, and what cannot be loaded', { timeout: 60_000 }, async () => {
  await openPage(tab, year.replace('RP0', 'nobody-is-called-this'))
  await page.getByText('No partner matches').waitFor()
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query PrintedLedgers') ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.fallback(),
  )
  await page.goto(new URL(year, page.url()).href)
  await page.getByText('The ledgers cannot be printed').waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('cell', { name: 'RP001' }).waitFor()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
})

async function print(name: string): Promise<string[]> {
  return textOf(await page.pdf({ format: 'A4', preferCSSPageSize: true, path: `screenshots/print-${name}.pdf` }))
}

function expectHead(text: string, { name, timeZone, today }: Answer['business']) {
  for (const part of [name, timeZone, 'GBP', formatDay('2010-12-01', 'en-US'), formatDay('2011-12-31', 'en-US'), formatDay(today, 'en-US'), '“RP0']) {
    expect(text).toContain(part)
  }
}

/** Each line stands behind the one before it; between its parts there may be anything but digits of other lines. */
function expectInOrder(text: string, lines: string[]) {
  let rest = text
  for (const line of lines) {
    const found = new RegExp(line.replace(/[()+$]/g, '\\$&')).exec(rest)
    if (!found) throw new Error(`The paper lacks, in its place: ${line}`)
    rest = rest.slice(found.index + found[0].length)
  }
}

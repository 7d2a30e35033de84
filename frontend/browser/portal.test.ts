import { expect, test } from 'vitest'
import { formatDay } from '../src/lib/days'
import { ask, expectGoodManners, look, openPage, server, shown } from './dashboard'
import { textOf } from './pdf'
import { account, enter, join, nobody, signInPage } from './people'
import { cells, page, tab } from './tab'

// A partner with figures that no other test of this server changes.
const mark = Date.now().toString(36).toUpperCase()
const year = 'start=2011-01-01&end=2011-12-31'

interface Made {
  id: string
  name: string
  batchId: string
}

/** A partner with a year of entries, paid by a batch and twice besides, once voided. */
function partnerWithAll(): Promise<Made> {
  made ??= makePartner()
  return made
}

let made: Promise<Made> | undefined

async function makePartner(): Promise<Made> {
  const code = `P${mark}`
  const name = `Portal ${code}`
  const batchId = `Batch-${code}`
  const { createReferralPartner } = await ask<{ createReferralPartner: { partner: { id: string } } }>(
    'mutation ($input: ReferralPartnerInput!) { createReferralPartner(input: $input) { partner { id } } }',
    { input: { code, name, email: `${code}@partners.example`, currencyCode: 'GBP' } },
  )
  const { id } = createReferralPartner.partner
  const days = Array.from({ length: 70 }, (_, index) => `2011-${String((index % 10) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`)
  await Promise.all(
    days.map((date, index) =>
      ask(
        `mutation ($id: ID!, $amount: Decimal!, $date: Date!, $request: String!) {
          adjustLedger(partnerId: $id, amount: $amount, date: $date, reason: "Bonus", requestId: $request) { userErrors { message } }
        }`,
        { id, amount: `${index % 7 === 0 ? '-' : ''}${(index % 9) + 1}.25`, date, request: `${code}-${index}` },
      ),
    ),
  )
  await ask(
    `mutation ($batchId: String!, $id: ID!) {
      createReferralPartnerPayments(method: ENDING_BALANCE, type: BANK_TRANSFER, batchId: $batchId, date: "2011-11-05"
        criteria: { period: { start: "2011-01-01", end: "2011-10-31" }, partnerIds: [$id] }) { userErrors { message } }
    }`,
    { batchId, id },
  )
  const pay = (amount: string, date: string) =>
    ask<{ createReferralPartnerPayment: { payment: { id: string } } }>(
      `mutation ($id: ID!, $amount: Decimal!, $date: Date!, $request: String!) {
        createReferralPartnerPayment(partnerId: $id, amount: $amount, type: PAYPAL, date: $date, note: "secret note", requestId: $request) {
          payment { id } userErrors { message }
        }
      }`,
      { id, amount, date, request: `${code}-${date}` },
    )
  const { createReferralPartnerPayment } = await pay('7.50', '2011-12-20')
  await pay('3.10', '2011-12-21')
  await ask('mutation ($id: ID!) { voidPayment(id: $id, reason: "twice", date: "2011-12-22") { userErrors { message } } }', {
    id: createReferralPartnerPayment.payment.id,
  })
  return { id, name, batchId }
}

interface Own {
  viewer: {
    partner: {
      ledger: Record<'owedNow' | 'commissionsEarned' | 'clawbacks' | 'payments' | 'beginningBalance' | 'endingBalance', string> & {
        entries: { totalCount: number; nodes: { amount: string; balance: string; description: string }[] }
      }
      ledgerMonths: { totals: { payments: string; endingBalance: string } }[]
      payments: { nodes: { amount: string; date: string; batch: { batchId: string } | null }[] }
    }
  }
}

/** What the API tells the partner. */
async function own(id: string): Promise<Own['viewer']['partner']> {
  const { createPartnerAccessToken } = await ask<{ createPartnerAccessToken: { token: string } }>(
    'mutation ($id: ID!) { createPartnerAccessToken(partnerId: $id) { token } }',
    { id },
  )
  const { viewer } = await ask<Own>(
    `{ viewer { partner {
      ledger(period: { start: "2011-01-01", end: "2011-12-31" }) {
        owedNow commissionsEarned clawbacks payments beginningBalance endingBalance
        entries(first: 500) { totalCount nodes { amount balance description } }
      }
      ledgerMonths(last: 12, until: "2011-12-31") { totals { payments endingBalance } }
      payments { nodes { amount date batch { batchId } } }
    } } }`,
    {},
    createPartnerAccessToken.token,
  )
  return viewer.partner
}

test('a partner signs in to their own: what is owed, by month, and the last payments', { timeout: 180_000 }, async () => {
  const partner = await partnerWithAll()
  const person = await join('PARTNER', partner.id)
  const { ledger, ledgerMonths, payments } = await own(partner.id)
  await enter(person, '/')
  expect(new URL(page.url()).pathname).toBe('/portal')

  await page.goto(`${server}/portal?until=2011-12`)
  await page.getByText('Owed to you now').waitFor()
  const figures = await page.getByText('Owed to you now').locator('xpath=../..').textContent()
  for (const figure of [ledger.owedNow, ledger.commissionsEarned, ledger.clawbacks, ledger.payments]) expect(figures).toContain(shown(figure))
  const months = 'Earned, clawed back and paid by month'
  await expect.poll(() => cells(months, 5)).toEqual(ledgerMonths.map(({ totals }) => shown(totals.payments)))
  await expect.poll(() => cells(months, 6)).toEqual(ledgerMonths.map(({ totals }) => shown(totals.endingBalance)))
  await page.locator('.recharts-bar-rectangle path').first().waitFor()
  await expect.poll(() => cells('Last payments', 5)).toEqual(payments.nodes.map(({ amount }) => shown(amount)))
  await look(tab, 'portal')
  await page.setViewportSize({ width: 390, height: 1900 })
  await page.screenshot({ path: 'screenshots/portal-whole-light-390.png' })
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('button', { name: 'A month earlier' }).click()
  await page.waitForURL('**/portal?until=2011-11')
  await page.getByRole('link', { name: 'All payments' }).click()
  await page.waitForURL('**/portal/payments')
  expectGoodManners(tab, nobody)
})

test('a partner sees the ledger between its two balances, over any days', { timeout: 180_000 }, async () => {
  const partner = await partnerWithAll()
  const { ledger } = await own(partner.id)
  await enter(await join('PARTNER', partner.id), `/portal/ledger?${year}`)
  const { nodes, totalCount } = ledger.entries
  await page.getByText(`1–50 of ${totalCount} entries`).waitFor()
  await expect.poll(() => cells('Entries of the ledger', 5)).toEqual(nodes.slice(0, 50).map(({ amount }) => shown(amount)))
  await expect.poll(() => cells('Entries of the ledger', 6)).toEqual(nodes.slice(0, 50).map(({ balance }) => shown(balance)))
  await page.locator('.recharts-area-curve').waitFor()
  await look(tab, 'portal-ledger')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByText(`51–${totalCount} of ${totalCount} entries`).waitFor()
  await expect.poll(() => cells('Entries of the ledger', 6)).toEqual(nodes.slice(50).map(({ balance }) => shown(balance)))
  // Nothing leads to where a partner may not go.
  expect(await page.locator('main a[href]').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))).toEqual(['/portal/statement'])

  await page.getByLabel('From').fill('2005-01-01')
  await page.getByLabel('To', { exact: true }).fill('2005-01-31')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL('**/portal/ledger?start=2005-01-01&end=2005-01-31')
  await page.getByText('No entries in this period').waitFor()
  await page.goBack()
  await page.getByText(`51–${totalCount} of ${totalCount} entries`).waitFor()
  expectGoodManners(tab, nobody)
})

test('a partner sees the payments, each with its type, day and batch', { timeout: 120_000 }, async () => {
  const partner = await partnerWithAll()
  const { payments } = await own(partner.id)
  await enter(await join('PARTNER', partner.id), '/portal/payments')
  await page.getByText('1–3 of 3 payments').waitFor()
  await expect.poll(() => cells('Payments', 3)).toEqual(payments.nodes.map(({ batch }) => batch?.batchId ?? 'One-off'))
  await expect.poll(() => cells('Payments', 5)).toEqual(payments.nodes.map(({ amount }) => shown(amount)))
  await expect.poll(() => cells('Payments', 1)).toEqual(payments.nodes.map(({ amount, date }) => formatDay(date, 'en-US') + (amount === '7.50' ? 'Voided' : '')))
  await expect.poll(() => page.locator('main').textContent()).not.toMatch(/secret note|twice/)
  await look(tab, 'portal-payments')

  await page.getByLabel('From').fill('2011-11-01')
  await page.getByLabel('To', { exact: true }).fill('2011-11-30')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('1–1 of 1 payment').waitFor()
  await page.reload()
  await page.getByRole('cell', { name: partner.batchId }).waitFor()
  await page.getByLabel('To', { exact: true }).fill('2011-11-04')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('You were not paid in these days').waitFor()
  await look(tab, 'portal-payments-none')
  await page.getByRole('button', { name: 'Show all payments' }).click()
  await page.getByText('1–3 of 3 payments').waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('a statement on paper is the ledger of the API', { timeout: 120_000 }, async () => {
  const partner = await partnerWithAll()
  const { ledger } = await own(partner.id)
  await enter(await join('PARTNER', partner.id), `/portal/ledger?${year}`)
  await page.getByRole('link', { name: 'Print a statement' }).click()
  await page.waitForURL(`**/portal/statement?${year}`)
  await page.getByRole('region', { name: partner.name }).waitFor()
  await look(tab, 'portal-statement')
  const pages = await textOf(await page.pdf({ format: 'A4', preferCSSPageSize: true, path: 'screenshots/portal-statement.pdf' }))
  const text = pages.join(' ')
  expect(pages.length).toBeGreaterThan(1)
  for (const part of ['Statement of your ledger', partner.name, 'GBP', `Beginning balance ${shown(ledger.beginningBalance)}`, `Ending balance ${shown(ledger.endingBalance)}`]) {
    expect(text).toContain(part)
  }
  const printed = [...text.matchAll(/Bonus (−?[\d.,]+) (−?[\d.,]+)/g)].map(([, amount, balance]) => `${amount} ${balance}`)
  const bonuses = ledger.entries.nodes.filter(({ description }) => description === 'Bonus')
  expect(printed).toEqual(bonuses.map(({ amount, balance }) => `${shown(amount)} ${shown(balance)}`))
  expect(text).not.toMatch(/Sign out|Skip to|Partner portal/)
})

test('a partner sees what is recorded of them, and signs out', { timeout: 120_000 }, async () => {
  const partner = await partnerWithAll()
  const person = await join('PARTNER', partner.id)
  await enter(person, '/portal/profile')
  await page.getByRole('heading', { name: partner.name }).waitFor()
  await look(tab, 'portal-profile')
  await page.getByRole('button', { name: person.name }).click()
  await look(tab, 'portal-account')
  await page.keyboard.press('Escape')
  await account(person, 'Change password')
  const dialog = page.getByRole('dialog', { name: 'Change your password' })
  await dialog.getByLabel('Current password').fill(person.password)
  await dialog.getByLabel('New password', { exact: true }).fill('velvet harbour kettle')
  await dialog.getByLabel('New password, again').fill('velvet harbour kettle')
  await dialog.getByRole('button', { name: 'Change the password' }).click()
  await page.getByRole('alert').getByText('Your password is changed').waitFor()
  await account(person, 'Sign out')
  await signInPage().waitFor()
  expectGoodManners(tab, nobody)
  await expect.poll(() => page.getByText(partner.name).count()).toBe(0)
})

test('pages of staff are not there for a partner, nor the portal for staff', { timeout: 120_000 }, async () => {
  const partner = await partnerWithAll()
  await enter(await join('PARTNER', partner.id), '/partners')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.postData() ?? ''))
  for (const path of ['/partners', `/partners/${partner.id}`, '/reports/ledgers', '/reports/exports', '/payments', `/ledgers/${partner.id}`, '/reports/print', '/import', '/portal/nothing']) {
    // oxlint-disable no-await-in-loop -- one address after the other
    await page.goto(server + path)
    await page.getByRole('heading', { name: 'No such page' }).waitFor()
    // oxlint-enable no-await-in-loop
  }
  await look(tab, 'portal-none')
  expect(asked.filter((body) => body.includes('query') && !/query (Access|Viewing)/.test(body))).toEqual([])
  await page.getByRole('link', { name: 'Go to the overview' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await expect.poll(() => page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents()).toEqual(['Overview', 'Ledger', 'Payments', 'Statement', 'Profile'])

  await tab.context.clearCookies()
  await openPage(tab, '/portal/ledger')
  await page.getByRole('heading', { name: 'No such page' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: 'Go to the report' }).count()).toBe(1)
})

test('the portal is reached by keyboard', { timeout: 60_000 }, async () => {
  const partner = await partnerWithAll()
  await enter(await join('PARTNER', partner.id), '/portal/profile')
  await page.reload()
  await page.getByRole('heading', { name: partner.name }).waitFor()
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
  for (const name of ['Person', 'Overview', 'Ledger', 'Payments']) {
    // oxlint-disable no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain(name)
    // oxlint-enable no-await-in-loop
  }
  await page.keyboard.press('Enter')
  await page.getByText('1–3 of 3 payments').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Payments')
})

test('finance looks at the portal as a partner, plainly marked, and stops', { timeout: 180_000 }, async () => {
  const partner = await partnerWithAll()
  const finance = await join('FINANCE')
  await enter(finance, `/partners/${partner.id}`)
  await page.getByRole('button', { name: 'View portal as this partner' }).click()
  const banner = page.getByRole('complementary', { name: 'View as a partner' })
  await banner.getByText(`You see the portal as ${partner.name} would, read only.`).waitFor()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: finance.name }).count()).toBe(0)

  await page.getByRole('link', { name: 'Payments', exact: true }).click()
  await page.getByText('1–3 of 3 payments').waitFor()
  await look(tab, 'portal-viewing')
  await page.reload()
  await banner.waitFor()
  await page.mouse.wheel(0, 4000)
  expect(await banner.evaluate((element) => element.getBoundingClientRect().top)).toBe(0)
  const viewing = await page.evaluate<string>('sessionStorage.getItem("partnerledger:token")')
  // Other tabs of the same person are theirs.
  const other = await tab.context.newPage()
  await other.goto(`${server}/partners/${partner.id}`)
  await other.getByRole('heading', { name: partner.name }).waitFor()

  await banner.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('heading', { name: partner.name, level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/partners/${partner.id}`)
  await expect.poll(() => banner.count()).toBe(0)
  await page.getByRole('button', { name: finance.name }).waitFor()
  expect(await page.evaluate('Object.keys(sessionStorage).filter((key) => key.startsWith("partnerledger"))')).toEqual([])
  const after = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${viewing}` },
    body: '{"query":"{ viewer { role } }"}',
  })
  expect(after.status).toBe(401)
  expectGoodManners(tab, nobody)
})

test('a look at the portal that has ended leads back, and says so', { timeout: 120_000 }, async () => {
  const partner = await partnerWithAll()
  await enter(await join('FINANCE'), `/partners/${partner.id}`)
  await page.getByRole('button', { name: 'View portal as this partner' }).click()
  await page.getByRole('cell', { name: partner.batchId }).waitFor()
  await page.waitForLoadState('networkidle')
  await ask('mutation { signOut { userErrors { message } } }', {}, await page.evaluate<string>('sessionStorage.getItem("partnerledger:token")'))
  await page.getByRole('link', { name: 'Profile' }).click()
  await page.getByRole('heading', { name: partner.name, level: 1 }).waitFor()
  await page.getByRole('alert').getByText('You are yourself again').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/partners/${partner.id}`)
})

test('whoever only reads is not offered to look as a partner', { timeout: 60_000 }, async () => {
  const partner = await partnerWithAll()
  await enter(await join('READ_ONLY'), `/partners/${partner.id}`)
  await page.getByRole('button', { name: 'Edit', disabled: true }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'View portal as this partner' }).count()).toBe(0)
})

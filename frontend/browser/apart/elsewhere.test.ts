import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { need, server, token } from '../dashboard'
import { page, tab } from '../tab'

// The dashboard, built for this server, from two origins: one that the server allows, one that it doesn't.
const allowed = need('ALLOWED_PAGES', 'an origin that serves the dashboard and is allowed')
const refused = need('REFUSED_PAGES', 'an origin that serves the dashboard and is not allowed')
const november = '/reports/ledgers?start=2011-11-01&end=2011-11-30'

test('from an origin that is allowed, all of it works', { timeout: 120_000 }, async () => {
  await page.goto(allowed + november)
  await signIn()
  await page.getByText('1–40 of 40 partners').waitFor()
  expect(new URL(page.url()).origin).toBe(allowed)
  expect(await page.getByRole('link', { name: 'API playground' }).getAttribute('href')).toBe(`${server}/playground`)

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  const download = await saved
  await page.getByText('Exported 40 partners').waitFor()
  expect(readFileSync(await download.path()).equals(await keptFile(download.suggestedFilename()))).toBe(true)

  await page.getByRole('link', { name: 'Import' }).click()
  const partners = join(mkdtempSync(join(tmpdir(), 'elsewhere-')), 'partners.csv')
  writeFileSync(partners, 'code,name\nELSEWHERE,From elsewhere\n')
  await page.locator('input[type=file]').setInputFiles(partners)
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByText('partners.csv can be recorded').waitFor()

  // The address of a page is one of the dashboard's, whoever serves it.
  await page.reload()
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor()
  expect(tab.complaints).toEqual([])
})

test('from an origin that is not allowed, it says what is wrong', { timeout: 60_000 }, async () => {
  const reason = `The server at ${server} does not let pages of ${refused} use it. Whoever runs it can allow that by ALLOWED_ORIGINS.`
  await page.goto(refused + november)
  await signIn()
  expect(await alert()).toBe(reason)

  // Signed in before, as somebody was whose origin has been taken off the list.
  await page.evaluate((text) => sessionStorage.setItem('partnerledger:token', text), token)
  await page.reload()
  expect(await alert()).toBe(reason)
})

test('a server that is gone is not blamed for its list', { timeout: 60_000 }, async () => {
  await page.route(`${server}/**`, (route) => route.abort())
  await page.goto(allowed + november)
  await signIn()
  expect(await alert()).toBe('The server cannot be reached. Is it running, and are you online?')
})

/** What the page says is wrong, below the title. */
async function alert(): Promise<string | null> {
  return page.getByRole('alert').locator('.mantine-Alert-message').evaluate((message) => message.firstChild?.textContent ?? null)
}

async function signIn() {
  await page.getByLabel('Access token').fill(token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The file of this name as the API has it. */
async function keptFile(fileName: string): Promise<Buffer> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
  const body = JSON.stringify({ query: '{ ledgerExports(first: 1) { nodes { fileName downloadUrl } } }' })
  const answer = await fetch(`${server}/graphql`, { method: 'POST', headers, body })
  const { data } = (await answer.json()) as { data: { ledgerExports: { nodes: { fileName: string; downloadUrl: string }[] } } }
  const [newest] = data.ledgerExports.nodes
  expect(newest!.fileName).toBe(fileName)
  return Buffer.from(await (await fetch(server + newest!.downloadUrl, { headers })).arrayBuffer())
}

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ask, expectGoodManners, look, openPage, server, token } from './dashboard'
import { page, tab } from './tab'

const mark = Date.now().toString(36)
const password = `marble lantern ${mark}`
let count = 0

/** A name that nobody and nothing else has. */
function newName(what: string): string {
  return `${what} ${mark}${++count}`
}

function addressOf(name: string): string {
  return `${name.replaceAll(' ', '-').toLowerCase()}@example.com`
}

/** Asks the API as nobody, or by what a header says. */
async function call<T>(query: string, variables: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { status: response.status, cookie, data: ((await response.json()) as { data?: T }).data }
}

/** Accepts an invitation as its link says; what the browser would keep of it. */
async function accept(link: string): Promise<string> {
  expect(link).toMatch(new RegExp(`^${server}/invitation#pli_`))
  const { cookie, data } = await call<{ acceptInvitation: { viewer: unknown } }>(
    'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { viewer { role } userErrors { message } } }',
    { token: link.split('#')[1], password },
  )
  expect(data?.acceptInvitation.viewer).not.toBeNull()
  return cookie
}

const whoAmI = '{ viewer { email name role } }'

/** Whom the server takes a cookie for, nobody if null. */
async function viewerBy(cookie: string) {
  const { status, data } = await call<{ viewer: object }>(whoAmI, {}, { Cookie: cookie })
  return status === 401 ? null : data?.viewer
}

async function invite(input: { name: string; email: string; role: string; partnerId?: string }): Promise<string> {
  const { inviteUser } = await ask<{ inviteUser: { invitationPath: string } }>(
    'mutation ($input: UserInput!) { inviteUser(input: $input) { invitationPath userErrors { message } } }',
    { input },
  )
  return server + inviteUser.invitationPath
}

const dialog = () => page.getByRole('dialog')
const rowOf = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

async function choose(name: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
  await dialog().waitFor()
}

async function find(text: string) {
  await page.getByRole('searchbox', { name: 'Search' }).fill(text)
  await page.getByRole('button', { name: 'Search' }).click()
}

test('somebody is invited, comes in by the link, and is listed as active', { timeout: 240_000 }, async () => {
  const name = newName('Ann')
  const first = newName('Zoe')
  await invite({ name: first, email: addressOf(first), role: 'ADMIN' })
  await tab.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(tab, `/admin/people?search=${mark}`)
  await rowOf(first).waitFor()
  await look(tab, 'people')
  await page.getByRole('button', { name: 'Invite' }).click()
  await dialog().getByRole('button', { name: 'Invite' }).click()
  await dialog().getByText('Name is missing.').waitFor()
  await look(tab, 'people-invite')
  await dialog().getByLabel('Name').fill(name)
  await dialog().getByLabel('E-mail').fill(addressOf(name))
  await dialog().getByLabel('Role').selectOption('Administrator')
  await dialog().getByText('people, access tokens and the audit log too').waitFor()
  await dialog().getByRole('button', { name: 'Invite' }).dblclick()

  await dialog().getByText('Send this link to').waitFor()
  await look(tab, 'people-invited')
  // A click beside it takes away nothing that cannot be shown again.
  await page.mouse.click(5, 5)
  await dialog().getByRole('button', { name: 'Copy' }).click()
  await dialog().getByRole('button', { name: 'Copied' }).waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Copied')
  const link = await page.evaluate<string>('navigator.clipboard.readText()')
  await expect.poll(() => dialog().getByLabel('Invitation link').inputValue()).toBe(link)
  await dialog().getByRole('button', { name: 'Done' }).click()
  await dialog().waitFor({ state: 'detached' })

  await find(name)
  await rowOf(name).getByText('Invited').waitFor()
  expect(new URL(page.url()).search).toBe(`?search=${encodeURIComponent(name).replaceAll('%20', '+')}`)
  expect(await viewerBy(await accept(link))).toEqual({ email: addressOf(name), name, role: 'ADMIN' })
  await page.reload()
  await rowOf(name).getByRole('cell', { name: 'Active' }).waitFor()
  await expect.poll(() => rowOf(name).getByText('Invited').count()).toBe(0)
  expectGoodManners(tab)
})

test('a person is changed, gets a new link, is deactivated and reactivated', { timeout: 240_000 }, async () => {
  const name = newName('Bob')
  const cookie = await accept(await invite({ name, email: addressOf(name), role: 'FINANCE' }))
  await openPage(tab, `/admin/people?search=${mark}&role=FINANCE`)
  await choose(name, 'Edit')
  await dialog().getByLabel('Role').selectOption('Partner')
  await dialog().getByText('the new role begins with the next sign-in').waitFor()
  await dialog().getByRole('button', { name: 'Save' }).click()
  await dialog().getByText('Choose whose ledger the person sees.').waitFor()
  await look(tab, 'people-edit')
  await dialog().getByLabel('Role').selectOption('Reads only')
  await dialog().getByRole('button', { name: 'Save' }).click()
  await dialog().waitFor({ state: 'detached' })
  await page.getByText('Nobody matches').waitFor()
  await look(tab, 'people-none')
  expect(await viewerBy(cookie)).toBeNull()

  await page.getByLabel('Role').selectOption('Reads only')
  await choose(name, 'New invitation link')
  await look(tab, 'people-renew')
  await dialog().getByRole('button', { name: 'Make the link' }).click()
  const again = await accept(await dialog().getByLabel('Invitation link').inputValue())
  expect(await viewerBy(again)).toEqual({ email: addressOf(name), name, role: 'READ_ONLY' })
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate('document.activeElement.ariaLabel')).toBe(`Actions for ${name}`)

  await choose(name, 'Deactivate')
  await dialog().getByText('Every session of').waitFor()
  await look(tab, 'people-deactivate')
  await dialog().getByRole('button', { name: 'Deactivate' }).dblclick()
  await dialog().waitFor({ state: 'detached' })
  await rowOf(name).getByText('Deactivated').waitFor()
  // Two clicks, one deactivation.
  await expect.poll(() => page.getByRole('alert').filter({ hasText: 'is signed out everywhere' }).count()).toBe(1)
  expect(await viewerBy(again)).toBeNull()
  await page.getByText('Active', { exact: true }).first().click()
  await page.waitForURL(/active=yes/)
  await page.getByText('Nobody matches').waitFor()
  await page.goBack()

  await choose(name, 'Reactivate')
  await dialog().getByRole('button', { name: 'Reactivate' }).click()
  await dialog().waitFor({ state: 'detached' })
  await rowOf(name).getByRole('cell', { name: 'Active' }).waitFor()
  await look(tab, 'people-found')
  expectGoodManners(tab)
})

test('a person whom somebody else has changed meanwhile is not changed back', { timeout: 90_000 }, async () => {
  const name = newName('Kim')
  await invite({ name, email: addressOf(name), role: 'ADMIN' })
  await openPage(tab, `/admin/people?search=${encodeURIComponent(addressOf(name))}`)
  await choose(name, 'Edit')
  const { users } = await ask<{ users: { nodes: { id: string }[] } }>('query ($search: String) { users(search: $search) { nodes { id } } }', {
    search: addressOf(name),
  })
  await ask('mutation ($id: ID!, $input: UserInput!) { updateUser(id: $id, input: $input) { userErrors { message } } }', {
    id: users.nodes[0]!.id,
    input: { name, email: addressOf(name), role: 'READ_ONLY' },
  })
  await dialog().getByLabel('Name').fill(`${name} again`)
  await dialog().getByRole('button', { name: 'Save' }).click()
  await dialog().getByText('Somebody has changed this since the form was opened').waitFor()
  expect(await ask('query ($search: String) { users(search: $search) { nodes { name role } } }', { search: addressOf(name) })).toEqual({
    users: { nodes: [{ name, role: 'READ_ONLY' }] },
  })
  expectGoodManners(tab)
})

test('what the server refuses is told in the dialog', { timeout: 60_000 }, async () => {
  const name = newName('Cat')
  await invite({ name, email: addressOf(name), role: 'FINANCE' })
  await openPage(tab, `/admin/people?search=${encodeURIComponent(name)}`)
  await choose(name, 'New invitation link')
  const { users } = await ask<{ users: { nodes: { id: string }[] } }>('query ($name: String) { users(search: $name) { nodes { id } } }', { name })
  await ask('mutation ($id: ID!) { deactivateUser(id: $id) { userErrors { message } } }', users.nodes[0])
  await dialog().getByRole('button', { name: 'Make the link' }).click()
  await dialog().getByRole('alert').getByText(`${addressOf(name)} is deactivated.`, { exact: false }).waitFor()
  await look(tab, 'people-refused')
  await expect.poll(() => dialog().getByLabel('Invitation link').count()).toBe(0)
})

test('somebody of a partner is invited from the partner’s page', { timeout: 120_000 }, async () => {
  const { referralPartner } = await ask<{ referralPartner: { id: string; name: string; email: string } }>(
    '{ referralPartner(code: "RP005") { id name email } }',
  )
  await openPage(tab, `/partners/${referralPartner.id}`)
  await page.getByRole('button', { name: 'Invite to the portal' }).click()
  await page.getByRole('combobox', { name: 'Partner' }).and(page.locator(`[value*="RP005"]`)).waitFor()
  await expect.poll(() => dialog().getByLabel('Name').inputValue()).toBe(referralPartner.name)
  await expect.poll(() => dialog().getByLabel('E-mail').inputValue()).toBe(referralPartner.email)
  await look(tab, 'people-invite-partner')
  const name = newName('Dan')
  await dialog().getByLabel('Name').fill(name)
  await dialog().getByLabel('E-mail').fill(addressOf(name))
  await dialog().getByRole('button', { name: 'Invite' }).click()
  const cookie = await accept(await dialog().getByLabel('Invitation link').inputValue())
  const { data } = await call<{ viewer: { partner: object } }>('{ viewer { partner { id } } }', {}, { Cookie: cookie })
  expect(data?.viewer.partner).toEqual({ id: referralPartner.id })
  expectGoodManners(tab)
})

test('a token is made, opens the API, is revoked, and opens nothing', { timeout: 240_000 }, async () => {
  const name = newName('Shop')
  await openPage(tab, '/admin/tokens')
  await page.getByRole('rowheader').first().waitFor()
  await page.getByRole('button', { name: 'New token' }).click()
  await dialog().getByRole('button', { name: 'Make the token' }).click()
  await dialog().getByText('Name is missing.').waitFor()
  await look(tab, 'token-new')
  await dialog().getByLabel('Name').fill(name)
  await dialog().getByLabel('Role').selectOption('Finance')
  await dialog().getByLabel('Last day').fill('2098-12-31')
  await dialog().getByRole('button', { name: 'Make the token' }).dblclick()
  await dialog().getByText('It is shown only now.').waitFor()
  const made = await dialog().getByLabel('Access token').inputValue()
  await expect.poll(() => dialog().getByLabel('To try it').inputValue()).toContain(`curl ${server}/graphql`)
  await expect.poll(() => dialog().getByLabel('To try it').inputValue()).toContain(`Bearer ${made}`)
  await look(tab, 'token-made')
  await dialog().getByRole('button', { name: 'Done' }).click()
  await dialog().waitFor({ state: 'detached' })

  const bearer = { Authorization: `Bearer ${made}` }
  expect(await call(whoAmI, {}, bearer)).toMatchObject({ status: 200, data: { viewer: { name, role: 'FINANCE' } } })
  await page.reload()
  await rowOf(name).first().waitFor()
  // Two clicks, one token.
  await expect.poll(() => rowOf(name).count()).toBe(1)
  // The last second of the day where the business is, as the reader's clock tells it.
  await rowOf(name).getByText(/Dec 31, 2098|Jan 1, 2099/).waitFor()
  await expect.poll(() => rowOf(name).getByText('Never').count()).toBe(0)
  await expect.poll(() => page.locator('main').textContent()).not.toContain(made)
  await look(tab, 'tokens')

  await page.getByRole('button', { name: `Revoke ${name}` }).click()
  await dialog().getByText('is refused from the next request on').waitFor()
  await look(tab, 'token-revoke')
  await dialog().getByRole('button', { name: 'Revoke' }).dblclick()
  await dialog().waitFor({ state: 'detached' })
  await rowOf(name).getByText('Revoked', { exact: true }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: `Revoke ${name}` }).count()).toBe(0)
  expect((await call(whoAmI, {}, bearer)).status).toBe(401)
  expectGoodManners(tab)
})

test('the audit log tells who did what, by its criteria, with what has changed', { timeout: 240_000 }, async () => {
  const [was, is] = [newName('Eve'), newName('Eva')]
  await invite({ name: was, email: addressOf(was), role: 'FINANCE' })
  const { users } = await ask<{ users: { nodes: { id: string }[] } }>('query ($name: String) { users(search: $name) { nodes { id } } }', { name: was })
  await ask('mutation ($id: ID!, $input: UserInput!) { updateUser(id: $id, input: $input) { userErrors { message } } }', {
    id: users.nodes[0]!.id,
    input: { name: is, email: addressOf(was), role: 'READ_ONLY' },
  })

  await openPage(tab, '/admin/audit-log')
  await page.getByRole('rowheader').first().waitFor()
  await look(tab, 'audit-log')
  await page.getByRole('button', { name: 'This month' }).click()
  await find(addressOf(was).toUpperCase())
  await page.getByText('1–2 of 2 events').waitFor()
  const inWords = page.getByRole('table', { name: 'Audit log' }).locator('tbody tr > :nth-child(3)')
  await expect.poll(() => inWords.allTextContents()).toEqual(['Person changed', 'Person invited'])
  await page.getByLabel('What was done').selectOption('Person changed')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('1–1 of 1 event').waitFor()
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['start', 'end', 'action', 'search'])
  await page.reload()
  await page.getByText('1–1 of 1 event').waitFor()

  const details = page.getByRole('button', { name: /^Details: Person changed/ })
  await details.click()
  await expect.poll(() => details.getAttribute('aria-expanded')).toBe('true')
  await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-expanded")')).toBe('true')
  await page.getByText('mutation updateUser').or(page.getByText('updateUser')).first().waitFor()
  await expect.poll(() => page.getByRole('definition').allTextContents()).toEqual([`Before: ${was}`, `After: ${is}`, 'Before: FINANCE', 'After: READ_ONLY'])
  await look(tab, 'audit-log-details')
  await details.click()
  await expect.poll(() => page.getByRole('definition').count()).toBe(0)

  await page.getByRole('button', { name: 'Clear' }).click()
  await page.waitForURL(`${server}/admin/audit-log`)
  await find('nothing has this in it')
  await page.getByText('Nothing of this was done').waitFor()
  await look(tab, 'audit-log-none')
  expectGoodManners(tab)
})

test('the file of the audit log is what the API has, by the same criteria', { timeout: 120_000 }, async () => {
  const name = newName('Fay')
  await invite({ name, email: addressOf(name), role: 'FINANCE' })
  await openPage(tab, `/admin/audit-log?action=USER_INVITED&search=${mark}`)
  await page.getByRole('rowheader').first().waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('audit-log.csv')
  const text = await readFile(await file.path(), 'utf8')

  const { auditLog } = await ask<{ auditLog: { totalCount: number; nodes: { id: string; action: string; subject: string }[] } }>(
    'query ($search: String) { auditLog(first: 500, criteria: { action: USER_INVITED, search: $search }) { totalCount nodes { id action subject } } }',
    { search: mark },
  )
  const lines = text.trimEnd().split('\r\n').slice(1)
  expect(lines).toHaveLength(auditLog.totalCount)
  for (const [index, { id, action, subject }] of auditLog.nodes.entries()) {
    const cells = lines[index]!.split(',')
    expect([cells[0], cells[2], cells[8]]).toEqual([id, action, subject])
  }
  const whole = await fetch(`${server}/audit-log.csv?action=USER_INVITED&search=${mark}`, { headers: { Authorization: `Bearer ${token}` } })
  expect(text.replace('\uFEFF', '')).toBe((await whole.text()).replace('\uFEFF', ''))

  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('cell', { name: 'Audit log downloaded' }).first().waitFor()
  expectGoodManners(tab)
})

test('pages of the log are turned, and the way back is kept', { timeout: 60_000 }, async () => {
  const counted = 'query { auditLog(first: 1) { totalCount } }'
  for (let { auditLog } = await ask<{ auditLog: { totalCount: number } }>(counted); auditLog.totalCount <= 50; auditLog.totalCount += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one event after the other
    await fetch(`${server}/audit-log.csv?search=nobody`, { headers: { Authorization: `Bearer ${token}` } })
  }
  await openPage(tab, '/admin/audit-log')
  await page.getByText(/^1–50 of/).waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText(/^51–/).waitFor()
  await page.reload()
  expect(new URL(page.url()).searchParams.get('page')).toBe('2')
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.getByText(/^1–50 of/).waitFor()
})

test('whoever is no administrator has no administration', { timeout: 120_000 }, async () => {
  const { createAccessToken } = await ask<{ createAccessToken: { token: string } }>(
    'mutation ($name: String!) { createAccessToken(name: $name, role: FINANCE) { token } }',
    { name: newName('Finance') },
  )
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.postData() ?? ''))
  await openPage(tab, '/admin/people', createAccessToken.token)
  await page.getByText('Only administrators see this page').waitFor()
  await look(tab, 'admin-refused')
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect.poll(() => links.allTextContents()).toContain('Import')
  await expect.poll(() => links.allTextContents()).not.toContain('Audit log')
  await expect.poll(() => page.getByText('Administration', { exact: true }).count()).toBe(1) // the page's own title
  for (const path of ['/admin/tokens', '/admin/audit-log']) {
    // oxlint-disable no-await-in-loop -- one address after the other
    await page.goto(server + path)
    await page.getByText('Only administrators see this page').waitFor()
    // oxlint-enable no-await-in-loop
  }
  await page.goto(`${server}/partners`)
  await page.getByRole('link', { name: 'Harbour Gifts' }).first().click()
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Invite to the portal' }).count()).toBe(0)
  expect(asked.filter((body) => /query (People|AccessTokens|AuditLog)/.test(body))).toEqual([])
  expectGoodManners(tab)
})

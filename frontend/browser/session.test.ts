import { expect, test } from 'vitest'
import { ask, expectGoodManners, look, server } from './dashboard'
import { account, enter, invite, join, nobody, signIn, signInPage } from './people'
import { page, tab } from './tab'

test('whoever signs in by password is on the page that was asked for', { timeout: 120_000 }, async () => {
  const person = await join('FINANCE')
  await page.goto(`${server}/partners?status=INACTIVE`)
  await page.getByLabel('E-mail').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('email')
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  await look(tab, 'sign-in')

  await page.keyboard.type(person.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type('wrong')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('The e-mail address or the password is wrong.').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('password')
  await look(tab, 'sign-in-refused')

  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'Hearth & Hall' }).waitFor()
  expect(page.url()).toBe(`${server}/partners?status=INACTIVE`)
  await page.reload()
  await page.getByRole('rowheader', { name: 'Hearth & Hall' }).waitFor()
  expect(await page.evaluate('document.cookie + JSON.stringify(sessionStorage)')).not.toMatch(/partnerledger/)
  expectGoodManners(tab, nobody)
})

test('after too many attempts the right password is not taken either', { timeout: 120_000 }, async () => {
  const { email, password } = await join('READ_ONLY')
  await page.goto(server)
  // oxlint-disable no-await-in-loop -- one attempt after the other
  for (let attempt = 1; attempt <= 10; attempt++) {
    const answered = page.waitForResponse('**/graphql')
    await signIn(email, `guess ${attempt}`)
    await answered
  }
  // oxlint-enable no-await-in-loop
  await page.getByRole('alert').getByText('password is wrong').waitFor()
  await signIn(email, password)
  await page.getByRole('alert').getByText('try again in a quarter of an hour').waitFor()
  await look(tab, 'sign-in-throttled')
  await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/^Too many attempts/)
})

test('the company’s own sign-in is offered where there is one; it leads back, or says why it failed', { timeout: 120_000 }, async () => {
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query SignInOptions')
      ? route.fulfill({ json: { data: { signInOptions: { openIdConnect: 'Example Inc.' } } } })
      : route.fallback(),
  )
  await page.goto(`${server}/?signInError=unknown`)
  await page.getByRole('alert').getByText('you are not known here').waitFor()
  expect(page.url()).toBe(`${server}/`)
  await page.getByRole('link', { name: 'Sign in with Example Inc.' }).waitFor()
  await look(tab, 'sign-in-company')

  await page.route('**/auth/oidc', (route) => route.fulfill({ status: 302, headers: { location: '/' } }))
  await page.goto(`${server}/partners?status=INACTIVE`)
  const person = await join('READ_ONLY')
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'Sign in with Example Inc.' }).click()])
  expect(page.url()).toBe(`${server}/partners?status=INACTIVE`)
  await signIn(person.email, person.password)
  await page.getByRole('rowheader', { name: 'Hearth & Hall' }).waitFor()
})

test('signing out ends the session, in another tab as well, and leaves nothing of it', { timeout: 120_000 }, async () => {
  const person = await join('FINANCE')
  await enter(person, '/partners')
  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
  await look(tab, 'account')
  await page.keyboard.press('Escape')

  const other = await tab.context.newPage()
  await other.goto(`${server}/programs`)
  await other.getByRole('heading', { name: 'Standard' }).waitFor()
  await account(person, 'Sign out')
  await signInPage().waitFor()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  await signInPage(other).waitFor()
  await other.getByRole('alert').getByText('Your session has ended.').waitFor()

  await page.goto(`${server}/partners`)
  await signInPage().waitFor()
  await expect.poll(() => page.getByText('Harbour Gifts').count()).toBe(0)
})

test('another tab that hears nothing notices at its next request', { timeout: 60_000 }, async () => {
  await page.addInitScript('delete BroadcastChannel.prototype.postMessage; BroadcastChannel.prototype.postMessage = () => {}')
  const person = await join('FINANCE')
  await enter(person, '/programs')
  const other = await tab.context.newPage()
  await other.goto(`${server}/partners`)
  await other.getByRole('rowheader', { name: 'Harbour Gifts' }).waitFor()
  await account(person, 'Sign out')
  await signInPage().waitFor()
  await other.getByRole('searchbox', { name: 'Search' }).fill('Hall')
  await other.getByRole('button', { name: 'Search' }).click()
  await signInPage(other).waitFor()
  await signIn(person.email, person.password, other)
  await other.getByRole('rowheader', { name: 'Hearth & Hall' }).waitFor()
  expect(new URL(other.url()).search).toBe('?search=Hall')
})

test('who signs in next sees nothing of the one before, in any tab', { timeout: 120_000 }, async () => {
  const finance = await join('FINANCE')
  const { referralPartner } = await ask<{ referralPartner: { id: string } }>('{ referralPartner(code: "RP007") { id } }')
  const partner = await join('PARTNER', referralPartner.id)
  await enter(finance, '/partners')
  await page.getByRole('rowheader', { name: 'Harbour Gifts' }).waitFor()
  const other = await tab.context.newPage()
  await other.goto(`${server}/partners`)
  await other.getByRole('rowheader', { name: 'Harbour Gifts' }).waitFor()

  await account(finance, 'Sign out')
  await signInPage().waitFor()
  await signIn(partner.email, partner.password)
  await page.getByRole('heading', { name: 'No such page' }).waitFor()
  await other.getByRole('heading', { name: 'No such page' }).waitFor()
  await expect.poll(() => other.getByText('Harbour Gifts').count()).toBe(0)
})

test('a user who is deactivated is out at once, and a server that cannot be reached signs nobody out', { timeout: 60_000 }, async () => {
  const person = await join('READ_ONLY')
  await enter(person, '/programs')
  await page.route('**/graphql', (route) => route.abort())
  await account(person, 'Sign out')
  await page.getByRole('alert').getByText('You are still signed in').waitFor()
  await page.unroute('**/graphql')

  const { users } = await ask<{ users: { nodes: { id: string }[] } }>(`{ users(search: "${person.email}") { nodes { id } } }`)
  await ask('mutation ($id: ID!) { deactivateUser(id: $id) { userErrors { message } } }', { id: users.nodes[0]!.id })
  await page.getByRole('link', { name: 'Partners', exact: true }).click()
  await signInPage().waitFor()
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Your session has ended.')
})

test('an invitation sets the first password and signs in, once', { timeout: 120_000 }, async () => {
  const { name, email, path } = await invite('FINANCE')
  await page.goto(server + path)
  await page.getByRole('heading', { name: `Welcome, ${name}` }).waitFor()
  expect(page.url()).toBe(`${server}/invitation`)
  await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe(email)
  await setPassword('short', 'short')
  await page.getByText('Use at least 12 characters.').waitFor()
  await setPassword('marble lantern harbour', 'marble lantern harbor')
  await page.getByText('The two are not the same.').waitFor()
  await setPassword('password1234', 'password1234')
  await page.getByText(/^That password is/).or(page.getByText(/^Besides your address/)).waitFor()
  await look(tab, 'invitation')
  await setPassword('marble lantern harbour', 'marble lantern harbour')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  await account({ name }, 'Sign out')
  await signInPage().waitFor()

  await page.goto(server + path)
  await page.getByRole('heading', { name: 'This link is no longer good' }).waitFor()
  await look(tab, 'invitation-used')
  await page.getByRole('button', { name: 'Go to the sign-in page' }).click()
  await signIn(email, 'marble lantern harbour')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  expectGoodManners(tab, nobody)
})

async function setPassword(password: string, again: string) {
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('New password, again').fill(again)
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
}

test('another password is set, and every other session ends', { timeout: 120_000 }, async () => {
  const person = await join('FINANCE')
  await enter(person, '/programs')
  const elsewhere = await tab.context.browser()!.newContext()
  const other = await elsewhere.newPage()
  await enter(person, '/programs', other)

  await account(person, 'Change password')
  const dialog = page.getByRole('dialog', { name: 'Change your password' })
  await dialog.getByLabel('Current password').fill('wrong')
  await dialog.getByLabel('New password', { exact: true }).fill('velvet harbour kettle')
  await dialog.getByLabel('New password, again').fill('velvet harbour kettle')
  await dialog.getByRole('button', { name: 'Change the password' }).click()
  await dialog.getByText(/wrong/).waitFor()
  await look(tab, 'change-password')
  await dialog.getByLabel('Current password').fill(person.password)
  await dialog.getByRole('button', { name: 'Change the password' }).click()
  await page.getByRole('alert').getByText('Your password is changed').waitFor()

  await page.getByRole('link', { name: 'Partners', exact: true }).click()
  await page.getByRole('rowheader', { name: 'Harbour Gifts' }).waitFor()
  await other.getByRole('link', { name: 'Partners', exact: true }).click()
  await signInPage(other).waitFor()
  await signIn(person.email, person.password, other)
  await other.getByRole('alert').getByText('password is wrong').waitFor()
  await signIn(person.email, 'velvet harbour kettle', other)
  await other.getByRole('rowheader', { name: 'Harbour Gifts' }).waitFor()
  await expect.poll(() => signInPage(other).count()).toBe(0)
  await elsewhere.close()
})

import { expect } from 'vitest'
import { ask, server } from './dashboard'
import { page } from './tab'

export interface Person {
  name: string
  email: string
  password: string
}

const mark = Date.now().toString(36)
let count = 0

/** Somebody new who is invited; the path of the link. */
export async function invite(role: string, partnerId?: string): Promise<{ name: string; email: string; path: string }> {
  const name = `Person ${++count}`
  const email = `person-${count}-${mark}@example.com`
  const { inviteUser } = await ask<{ inviteUser: { invitationPath: string; userErrors: unknown[] } }>(
    'mutation ($input: UserInput!) { inviteUser(input: $input) { invitationPath userErrors { message } } }',
    { input: { name, email, role, partnerId } },
  )
  expect(inviteUser.userErrors).toEqual([])
  return { name, email, path: inviteUser.invitationPath }
}

/** Somebody new who can sign in. */
export async function join(role: string, partnerId?: string): Promise<Person> {
  const { path, ...person } = await invite(role, partnerId)
  const password = `marble lantern ${count} ${mark}`
  const { acceptInvitation } = await ask<{ acceptInvitation: { userErrors: unknown[] } }>(
    'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { userErrors { message } } }',
    { token: path.split('#')[1], password },
  )
  expect(acceptInvitation.userErrors).toEqual([])
  return { ...person, password }
}

/** Opens a page, and signs in on the way. */
export async function enter({ email, password }: Person, path: string, at = page): Promise<void> {
  await at.goto(server + path)
  await signIn(email, password, at)
  await at.getByRole('heading', { level: 1, name: /^(?!Sign in)/ }).waitFor()
}

export async function signIn(email: string, password: string, at = page): Promise<void> {
  await at.getByLabel('E-mail').fill(email)
  await at.getByLabel('Password', { exact: true }).fill(password)
  await at.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Chooses something from the menu of who is signed in. */
export async function account({ name }: { name: string }, item: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

export function signInPage(at = page) {
  return at.getByRole('heading', { name: 'Sign in to Partner Ledger' })
}

/** What the browser itself says of an answer to somebody who has not signed in. */
export const nobody = /status of 401/

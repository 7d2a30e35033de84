// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { announceViewer, beginSession, beginViewing, cleanToken, currentSession, endSession } from './session'

beforeEach(() => {
  announceViewer('')
  beginSession()
  history.replaceState(null, '', '/')
})

test('nobody is told why, who was not signed in', () => {
  endSession(currentSession(), 'nobody is signed in')
  expect(currentSession()).toMatchObject({ out: true, reason: '' })
})

test('whoever was signed in is told why that has ended', () => {
  announceViewer('ADMIN ann@example.com')
  endSession(currentSession(), 'nobody is signed in')
  expect(currentSession()).toMatchObject({ out: true, reason: 'Your session has ended.' })
})

test('what is refused after the end does not take its reason away', () => {
  beginSession('secret')
  endSession(currentSession(), 'This token was revoked.')
  endSession(currentSession(), 'nobody is signed in')
  expect(currentSession()).toMatchObject({ out: true, reason: 'This token was revoked.' })
})

test('an answer to a session before ends nothing', () => {
  const before = currentSession()
  beginSession()
  endSession(before, 'nobody is signed in')
  expect(currentSession().out).toBe(false)
})

test('a token is kept for the tab, and wins over the cookie', () => {
  beginSession('secret')
  expect(currentSession().token).toBe('secret')
  expect(sessionStorage.getItem('partnerledger:token')).toBe('secret')
  beginSession()
  expect(currentSession().token).toBe('')
  expect(sessionStorage).toHaveLength(0)
})

test.each(['', 'own'])('whoever looks at the portal comes back to the page and to themselves: %j', (own) => {
  beginSession(own)
  history.replaceState(null, '', '/partners/7?a=b')
  beginViewing('view', '/portal')
  expect(currentSession().token).toBe('view')
  expect(location.pathname).toBe('/portal')

  endSession(currentSession())
  expect(currentSession()).toMatchObject({ token: own, out: false })
  expect(location.pathname + location.search).toBe('/partners/7?a=b')
  expect(sessionStorage.getItem('partnerledger:token') ?? '').toBe(own)
  expect(sessionStorage.getItem('partnerledger:own')).toBeNull()
})

test('a tab begins anew where another one signs in somebody else', async () => {
  announceViewer('ADMIN ann@example.com')
  const { id } = currentSession()
  const other = new BroadcastChannel('partnerledger:viewer')
  // oxlint-disable unicorn/require-post-message-target-origin -- a channel never leaves the origin
  other.postMessage('ADMIN ann@example.com')
  other.postMessage('PARTNER pat@example.com')
  // oxlint-enable unicorn/require-post-message-target-origin
  await expect.poll(() => currentSession().id).toBe(id + 1)
  other.close()
})

test('a tab with a token of its own minds no other', async () => {
  beginSession('secret')
  const { id } = currentSession()
  const other = new BroadcastChannel('partnerledger:viewer')
  const heard = new Promise((resolve) => {
    new BroadcastChannel('partnerledger:viewer').addEventListener('message', resolve)
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves the origin
  other.postMessage('PARTNER pat@example.com')
  await heard
  expect(currentSession().id).toBe(id)
  other.close()
})

test('a token is found in what people paste', () => {
  expect([' pl_a ', 'Bearer pl_a', 'bearer  pl_a\n'].map(cleanToken)).toEqual(['pl_a', 'pl_a', 'pl_a'])
})

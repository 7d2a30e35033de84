import { afterEach, expect, test, vi } from 'vitest'
import { askForRole } from './access'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['a token', 200, '{"data":{"viewer":{"role":"FINANCE"}}}', { state: 'granted', role: 'FINANCE' }],
  ['a wrong token', 401, '{"errors":[{"message":"unknown token"}]}', { state: 'refused', message: 'unknown token' }],
  ['no reason', 401, '{"data":null}', { state: 'refused', message: 'The server gave no reason.' }],
  ['a fault', 200, '{"data":null,"errors":[{"message":"internal error"}]}', { state: 'failed', message: 'internal error' }],
])('%s', async (_, status, body, access) => {
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
  expect(await askForRole('t')).toEqual(access)
})

test('without a token, whoever is signed in asks; where nobody is, a token is missing', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"data":{"viewer":{"role":"ADMIN"}}}'))
  expect(await askForRole('')).toEqual({ state: 'granted', role: 'ADMIN' })
  vi.stubGlobal('fetch', async () => new Response('{"errors":[{"message":"nobody"}]}', { status: 401 }))
  expect(await askForRole('')).toEqual({ state: 'missing' })
})

test('no answer says nothing about the token', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  expect(await askForRole('t')).toEqual({ state: 'failed', message: 'The server did not answer. Is it running?' })
})

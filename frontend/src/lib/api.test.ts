// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TypedDocumentString } from '../gql/graphql'
import { download, request } from './api'
import { beginSession, currentSession, endSession } from './session'

const document = new TypedDocumentString<{ a: number }, { b: string }>('query A($b: String) { a(b: $b) }')

beforeEach(() => beginSession('secret'))

afterEach(() => {
  vi.unstubAllGlobals()
  endSession(currentSession())
})

function answer(body: string, init?: ResponseInit) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(body, init))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

test('asks as the bearer of the token', async () => {
  const fetch = answer('{"data":{"a":1}}')
  expect(await request(document, { b: 'c' })).toEqual({ a: 1 })

  const [url, init] = fetch.mock.calls[0]!
  expect(url).toBe('/graphql')
  expect(init).toMatchObject({ method: 'POST', credentials: 'omit', headers: { Authorization: 'Bearer secret' } })
  expect(JSON.parse(init!.body as string)).toEqual({ query: String(document), variables: { b: 'c' } })
})

test('without a token the cookie comes along, and says who asks', async () => {
  beginSession()
  const fetch = answer('{"data":{"a":1}}')
  await request(document, { b: '' })
  expect(fetch.mock.calls[0]![1]).toMatchObject({ credentials: 'same-origin' })
  expect(fetch.mock.calls[0]![1]!.headers).not.toHaveProperty('Authorization')
})

test('errors are thrown with the server’s message and code', async () => {
  answer('{"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}],"data":null}')
  await expect(request(document, { b: '' })).rejects.toMatchObject({ message: 'no', code: 'FORBIDDEN' })
})

test.each([
  ['<h1>Bad Gateway</h1>', 502],
  ['{"data":null}', 200],
  ['{}', 500],
])('an answer without data is told: %j', async (body, status) => {
  answer(body, { status })
  await expect(request(document, { b: '' })).rejects.toMatchObject({ code: 'UNREADABLE' })
})

test('a token that is refused ends its session, with the reason', async () => {
  answer('{"errors":[{"message":"the header is wrong"}]}', { status: 401 })
  await expect(request(document, { b: '' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(currentSession()).toMatchObject({ token: '', out: true, reason: expect.stringContaining('not valid') })
  expect(sessionStorage).toHaveLength(0)
})

test('a token that is only tried ends no session', async () => {
  answer('{"errors":[{"message":"the header is wrong"}]}', { status: 401 })
  await expect(request(document, { b: '' }, { token: 'other' })).rejects.toThrow('not valid')
  expect(currentSession().token).toBe('secret')
})

test('a server that cannot be reached, and one that takes too long', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
  await expect(request(document, { b: '' })).rejects.toMatchObject({ code: 'UNREACHABLE' })

  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((_resolve, reject) => {
    signal!.addEventListener('abort', () => reject(signal!.reason as Error))
  }))
  await expect(request(document, { b: '' }, { timeoutSeconds: 0.01 })).rejects.toMatchObject({ code: 'TIMEOUT' })
})

test('whoever stops waiting is not told that the server failed', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('aborted', 'AbortError')))
  await expect(request(document, { b: '' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
})

test('files are got with the token', async () => {
  const fetch = answer('code,name\n')
  expect(await (await download('/exports/1')).text()).toBe('code,name\n')
  expect(fetch.mock.calls[0]).toMatchObject(['/exports/1', { headers: { Authorization: 'Bearer secret' } }])

  answer('{"errors":[{"message":"gone"}]}', { status: 404 })
  await expect(download('/exports/1')).rejects.toThrow('gone')
})

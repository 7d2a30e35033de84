import { afterEach, expect, test, vi } from 'vitest'
import { send } from './graphql'

afterEach(() => vi.unstubAllGlobals())

function answer(body: string, init?: ResponseInit) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(body, init))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

test('asks the same origin, as the bearer of the token', async () => {
  const fetch = answer('{"data":{"a":1}}')
  expect(await send('secret', { query: '{ a }' })).toEqual({ status: 200, result: { data: { a: 1 } } })

  const [url, init] = fetch.mock.calls[0]!
  expect(url).toBe('/graphql')
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"query":"{ a }"}',
    credentials: 'omit',
    headers: {
      Authorization: 'Bearer secret',
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json',
    },
  })
})

test('without a token there is no Authorization, but the cookie', async () => {
  const fetch = answer('{"data":{}}')
  await send('', { query: '{ a }' })
  expect(fetch.mock.calls[0]![1]!.headers).not.toHaveProperty('Authorization')
  expect(fetch.mock.calls[0]![1]!.credentials).toBe('same-origin')
})

test.each([
  ['application/json', '{"errors":[{"message":"unknown token"}]}', 'unknown token'],
  ['application/json', 'null', 'The server answered 502 Bad Gateway.'],
  ['text/plain; charset=utf-8', 'Try again\n', 'Try again'],
  ['text/plain', '', 'The server answered 502 Bad Gateway.'],
  ['text/html', '<h1>Bad Gateway</h1>', 'The server answered 502 Bad Gateway.'],
])('what the server says is shown: %s %j', async (type, body, message) => {
  answer(body, { status: 502, statusText: 'Bad Gateway', headers: { 'Content-Type': type } })
  expect(await send('t', { query: '{ a }' })).toEqual({ status: 502, result: { errors: [{ message }] } })
})

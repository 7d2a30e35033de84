import type { TypedDocumentString } from '../gql/graphql'
import { currentSession, endSession, type Session } from './session'
import { explainSilence } from './unreachable'

/** Why there is no answer: the code is the server's, or one of UNREACHABLE, ORIGIN_REFUSED, TIMEOUT and UNREADABLE. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

export interface RequestOptions {
  signal?: AbortSignal
  /** Instead of the session's: to try a token before it is used; empty to ask without one. */
  token?: string
  timeoutSeconds?: number
}

/** Longer than the server gives an operation (REQUEST_TIMEOUT): who hangs up before takes back a batch that is nearly done. */
export const longSeconds = 960

/** Empty means the server that this page came from. */
export const serverAddress = (import.meta.env.VITE_API_URL ?? '').replace(/\/+$/, '')

/**
 * Sends one operation. What the server couldn't do is thrown as an ApiError; userErrors, which are for the person at the
 * keyboard, are part of the data.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  options: RequestOptions = {},
): Promise<TResult> {
  const response = await send('/graphql', options, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: String(document), variables }),
  })
  const answer = await readJSON(response)
  const [error] = answer.errors ?? []
  if (error) throw new ApiError(error.message, error.extensions?.code ?? 'INTERNAL')
  if (!response.ok || !answer.data) throw unreadable(response)
  return answer.data as TResult
}

/** Gets a file of the server, such as an export's downloadUrl. */
export async function download(path: string, options: RequestOptions = {}): Promise<Blob> {
  const response = await send(path, { timeoutSeconds: 600, ...options }, {})
  if (response.ok) return response.blob()
  const [error] = (await readJSON(response)).errors ?? []
  throw error ? new ApiError(error.message, error.extensions?.code ?? 'INTERNAL') : unreadable(response)
}

async function send(path: string, options: RequestOptions, init: RequestInit): Promise<Response> {
  const session = currentSession()
  const { token = session.token, timeoutSeconds = 30 } = options
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  try {
    const response = await fetch(serverAddress + path, {
      ...init,
      // Where there is a token, it alone says who asks.
      credentials: token ? 'omit' : 'same-origin',
      headers: { ...init.headers, ...(token && { Authorization: `Bearer ${token}` }) },
      signal,
    })
    if (response.status === 401) throw refused(session, token)
    return response
  } catch (error) {
    if (error instanceof ApiError || options.signal?.aborted) throw error
    if (timeout.aborted) throw new ApiError(`The server did not answer within ${timeoutSeconds} seconds.`, 'TIMEOUT')
    const { code, message } = await explainSilence(serverAddress)
    throw new ApiError(message, code)
  }
}

/** Ends a session that the server no longer knows. It tells programs which header is wrong; people have never seen one. */
export function refused(session: Session, token: string): ApiError {
  const reason = token ? 'This access token is not valid. It may be mistyped, revoked, or past its last day.' : 'Your session has ended.'
  if (token === session.token) endSession(session, reason)
  return new ApiError(reason, 'UNAUTHENTICATED')
}

interface Answer {
  data?: unknown
  errors?: { message: string; extensions?: { code?: string } }[]
}

async function readJSON(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer
  } catch (error) {
    // A proxy in between may answer with a web page.
    if (error instanceof SyntaxError) throw unreadable(response)
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw new ApiError('The answer of the server was cut off.', 'UNREACHABLE')
  }
}

function unreadable({ status, statusText }: Response): ApiError {
  return new ApiError(`The server answered ${`${status} ${statusText}`.trim()} instead of data.`, 'UNREADABLE')
}

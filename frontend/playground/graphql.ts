export interface Operation {
  query: string
  operationName?: string | null
  variables?: unknown
}

export interface Result {
  data?: Record<string, unknown> | null
  errors?: { message: string }[]
}

export interface Answer {
  status: number
  result: Result
}

/** Sends one operation as the bearer of the token or, without one, as whoever is signed in; what the server says, in whatever form, comes back as a result. */
export async function send(token: string, operation: Operation, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    // Where there is a token it alone says who asks, as it does for the programs that are tried out here.
    credentials: token ? 'omit' : 'same-origin',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(operation),
    signal,
  })
  return { status: response.status, result: await readResult(response) }
}

// A proxy in between, or a server that is going down, may answer with something else than GraphQL.
async function readResult(response: Response): Promise<Result> {
  const body = await response.text()
  try {
    const result: unknown = JSON.parse(body)
    if (isResult(result)) return result
  } catch {
    // Not JSON: text is shown as it is, a whole web page is not.
  }
  const text = response.headers.get('Content-Type')?.startsWith('text/plain') ? body.trim() : ''
  return { errors: [{ message: text || `The server answered ${response.status} ${response.statusText}`.trim() + '.' }] }
}

function isResult(value: unknown): value is Result {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value)
}

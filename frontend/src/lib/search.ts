/** What a page's address holds behind its question mark: plain text both ways, so that people can read and write it. */
export type RawSearch = Record<string, string | undefined>

export function parseSearch(text: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text && `?${text}`
}

/** The text, if it is there and is what it should be. What somebody mistyped in an address is as if left out. */
export function valid(text: unknown, check: (text: string) => boolean = () => true): string | undefined {
  return typeof text === 'string' && text !== '' && check(text) ? text : undefined
}

export function oneOf<T extends string>(all: readonly T[], text: unknown): T | undefined {
  return all.find((one) => one === text)
}

export function isId(text: string): boolean {
  return /^\d{1,18}$/.test(text)
}

export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

/**
 * Amounts are decimal strings of the API and stay strings: they are grouped and signed for the eye here, and nothing in
 * the browser ever computes with them or makes numbers of them.
 */
export function formatAmount(amount: string, currencyCode?: string, locale?: string): string {
  // As many digits as were sent, so that nothing is rounded, and no fewer than the currency has.
  const digits = Math.max(fraction(amount).length, currencyCode ? digitsOf(currencyCode) : 0)
  return (
    formatter(digits, locale)
      .formatToParts(amount as Intl.StringNumericLiteral)
      // A true minus, as wide as a digit: a hyphen is easily overlooked.
      .map((part) => (part.type === 'minusSign' ? '−' : part.value))
      .join('')
  )
}

export function isZero(amount: string): boolean {
  return /^[-+]?0*\.?0*$/.test(amount)
}

export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && !isZero(amount)
}

/** Whether it is what the API takes as an amount. */
export function isAmount(text: string): boolean {
  return /^-?\d{1,20}(\.\d{1,8})?$/.test(text)
}

function fraction(amount: string): string {
  return amount.split('.')[1] ?? ''
}

function digitsOf(currencyCode: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode }).resolvedOptions().maximumFractionDigits ?? 0
  } catch {
    return 0 // Not the shape of a currency's code: the amount itself knows better.
  }
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(digits: number, locale?: string): Intl.NumberFormat {
  const key = `${locale}/${digits}`
  const found = formatters.get(key)
  if (found) return found
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
    signDisplay: 'negative',
  })
  formatters.set(key, made)
  return made
}

export function formatCount(count: number, locale?: string): string {
  return formatter(0, locale).format(count)
}

/** "1 partner", "40 partners". */
export function counted(count: number, one: string, many: string, locale?: string): string {
  return `${formatCount(count, locale)} ${count === 1 ? one : many}`
}

/** What stands beside the lines of a chart: 12K. Only there are amounts numbers. */
export function formatHeight(height: number): string {
  return heights.format(height).replace('-', '−')
}

const heights = new Intl.NumberFormat(undefined, { notation: 'compact' })

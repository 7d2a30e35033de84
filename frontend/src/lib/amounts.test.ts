import { expect, test } from 'vitest'
import { formatAmount, formatCount, isAmount, isNegative, isZero } from './amounts'

test.each([
  ['0.00', 'GBP', 'en', '0.00'],
  ['1234.50', 'USD', 'en', '1,234.50'],
  ['1234567.89', 'EUR', 'de', '1.234.567,89'],
  ['1234.50', 'EUR', 'es', '1.234,50'],
  ['1234567', 'JPY', 'ja', '1,234,567'],
  ['1234567.125', 'KWD', 'en', '1,234,567.125'],
  ['1234567.89', 'INR', 'en-IN', '12,34,567.89'],
  ['-1234.50', 'GBP', 'en', '−1,234.50'],
])('%s %s reads in %s as %s', (amount, currency, locale, text) => {
  expect(formatAmount(amount, currency, locale)).toBe(text)
})

test('every digit is kept, however many there are', () => {
  expect(formatAmount('90071992547409931234.57', 'USD', 'en')).toBe('90,071,992,547,409,931,234.57')
  expect(formatAmount('0.10', 'USD', 'en')).toBe('0.10')
  expect(formatAmount('1.005', 'USD', 'en')).toBe('1.005')
})

test('a currency gives digits where none were sent, and takes none away', () => {
  expect(formatAmount('7', 'USD', 'en')).toBe('7.00')
  expect(formatAmount('7.5', 'JPY', 'en')).toBe('7.5')
  expect(formatAmount('7.5', undefined, 'en')).toBe('7.5')
  expect(formatAmount('7.50', 'no code', 'en')).toBe('7.50')
})

test('zero is neither negative nor hidden behind a sign', () => {
  for (const zero of ['0', '0.00', '-0.00', '000']) {
    expect(isZero(zero)).toBe(true)
    expect(isNegative(zero)).toBe(false)
    expect(formatAmount(zero, 'GBP', 'en')).toBe('0.00')
  }
  for (const amount of ['0.01', '-0.01', '10', '100.00']) expect(isZero(amount)).toBe(false)
  expect(isNegative('-0.01')).toBe(true)
  expect(isNegative('0.01')).toBe(false)
})

test.each(['0', '12', '-3.5', '1234.50'])('%s is an amount', (text) => expect(isAmount(text)).toBe(true))
test.each(['', '-', '1,234.50', '1.', '.5', '1e3', 'NaN', ' 1'])('%j is no amount', (text) => expect(isAmount(text)).toBe(false))

test('counts are grouped', () => {
  expect(formatCount(100_000, 'en')).toBe('100,000')
})

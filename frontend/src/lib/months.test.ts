import { expect, test } from 'vitest'
import { addMonths, formatMonth, isMonth, monthOf, yearUntil } from './months'

test('months are counted over the ends of years', () => {
  expect(addMonths('2011-12', 1)).toBe('2012-01')
  expect(addMonths('2011-01', -1)).toBe('2010-12')
  expect(addMonths('2011-06', -18)).toBe('2009-12')
})

test('a year ends with the last day of its last month', () => {
  expect(yearUntil('2012-02')).toEqual({ start: '2011-03-01', end: '2012-02-29' })
  expect(yearUntil('2011-12')).toEqual({ start: '2011-01-01', end: '2011-12-31' })
  expect(yearUntil('1900-02')).toEqual({ start: '1900-01-01', end: '1900-02-28' })
})

test('what is no month is known', () => {
  expect(['2011-12', '1900-01'].every(isMonth)).toBe(true)
  expect(['2011-13', '2011', 'x', '2011-12-01', '1899-12'].some(isMonth)).toBe(false)
})

test('a month is that of its days, whatever the time zone', () => {
  expect(monthOf('2011-12-01')).toBe('2011-12')
  expect(formatMonth('2011-12', 'long', 'en')).toBe('December 2011')
  expect(formatMonth('2011-12', 'short', 'en')).toBe('Dec 11')
})

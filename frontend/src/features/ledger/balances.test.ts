import { expect, test } from 'vitest'
import { balances, monthTicks, dayOf, position } from './balances'

const account = { start: '2011-11-01', end: '2011-11-30', beginningBalance: '5.00', endingBalance: '0.10' }
const entries = [
  { date: '2011-11-03', balance: '7.00' },
  { date: '2011-11-03', balance: '6.00' },
  { date: '2011-11-20', balance: '0.10' },
]

test('each day has its last balance, between the first day and the last', () => {
  expect(balances(account, entries, true)).toEqual([
    { day: '2011-11-01', balance: '5.00' },
    { day: '2011-11-03', balance: '6.00' },
    { day: '2011-11-20', balance: '0.10' },
    { day: '2011-11-30', balance: '0.10' },
  ])
})

test('where more entries follow, the line ends with the last that is known', () => {
  expect(balances(account, entries, false).at(-1)).toEqual({ day: '2011-11-20', balance: '0.10' })
})

test('a period of all time is drawn around what happened', () => {
  const days = balances({ ...account, start: '1900-01-01', end: '2026-11-22' }, entries, true).map(({ day }) => day)
  expect(days).toEqual(['2011-10-04', '2011-11-03', '2011-11-20', '2011-12-20'])
})

test('an entry of the first day stands there itself, and no entries make no line', () => {
  expect(balances(account, [{ date: '2011-11-01', balance: '6.00' }], false)).toEqual([{ day: '2011-11-01', balance: '6.00' }])
  expect(balances(account, [], true)).toEqual([])
})

test('days keep their place', () => {
  expect(dayOf(position('2011-03-27'))).toBe('2011-03-27')
})

test.each([
  ['2010-12-01', '2011-12-31', 6, ['2011-01-01', '2011-04-01', '2011-07-01', '2011-10-01']],
  ['2011-11-02', '2012-02-01', 6, ['2011-12-01', '2012-01-01', '2012-02-01']],
  ['1998-03-05', '2011-12-31', 6, ['2000-01-01', '2005-01-01', '2010-01-01']],
  ['2011-11-02', '2011-11-30', 6, []],
])('from %s to %s, %i months at most', (first, last, most, ticks) => expect(monthTicks(first, last, most)).toEqual(ticks))

// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { findLastMoved } from './lastMoved'
import { addMonths, firstDay, type Month } from '../../lib/months'

/** A ledger in which something moved in one month. */
function ledger(moved?: Month) {
  const asked: number[] = []
  const read = async (last: number, until: Month) => {
    asked.push(last)
    return Array.from({ length: last }, (_, index) => {
      const month = addMonths(until, index - last + 1)
      const zero = { commissionsEarned: '0.00', clawbacks: '0.00', adjustments: '0.00', payments: '0.00' }
      return { period: { start: firstDay(month) }, totals: month === moved ? { ...zero, payments: '1.00' } : zero }
    })
  }
  return { asked, read }
}

test('where something moved within a year, it is the current month', async () => {
  const { asked, read } = ledger('2025-12')
  expect(await findLastMoved('2026-11', read)).toBe('2026-11')
  expect(asked).toEqual([12])
})

test.each(['2025-11', '2015-12', '2015-11', '2011-12'])(
  'else it is the last month in which something moved, with no gap between the questions: %s',
  async (month) => {
    expect(await findLastMoved('2026-11', ledger(month).read)).toBe(month)
  },
)

test('there may be none', async () => {
  expect(await findLastMoved('2026-11', ledger().read)).toBeNull()
})

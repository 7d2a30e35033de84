import { expect, test } from 'vitest'
import { changedFigures, changedLines, type Line } from './changes'

const figures = { paymentCount: 2, total: '30.00', exceedingCount: 0, exceedingTotal: '0.00', skippedCount: 1 }

test('the same figures have not changed', () => {
  expect(changedFigures(figures, { ...figures })).toEqual([])
})

test('figures are told as they were written', () => {
  expect(changedFigures(figures, { ...figures, paymentCount: 3, total: '9007199254740993.01' })).toEqual([
    { name: 'paymentCount', before: '2', now: '3' },
    { name: 'total', before: '30.00', now: '9007199254740993.01' },
  ])
})

const line = (id: string, amount: string): Line => ({ partner: { id, name: `Partner ${id}` }, amount })

test('a payment that has changed, one that came and one that went', () => {
  const before = [line('1', '10.00'), line('2', '20.00'), line('3', '5.00')]
  const now = [line('1', '10.00'), line('2', '21.00'), line('4', '7.00')]
  expect(changedLines(before, now, true)).toEqual([
    { id: '2', name: 'Partner 2', before: '20.00', now: '21.00' },
    { id: '3', name: 'Partner 3', before: '5.00', now: undefined },
    { id: '4', name: 'Partner 4', before: undefined, now: '7.00' },
  ])
})

test('what is missing from one page may be on another', () => {
  const before = [line('1', '10.00'), line('2', '20.00')]
  const now = [line('2', '21.00'), line('3', '5.00')]
  expect(changedLines(before, now, false)).toEqual([{ id: '2', name: 'Partner 2', before: '20.00', now: '21.00' }])
})

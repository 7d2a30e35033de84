import { expect, test } from 'vitest'
import { kindOf } from './kinds'
import { changes, wrongRows, type ImportReport } from './report'

const none: ImportReport = {
  kind: 'orders',
  dryRun: false,
  rows: 0,
  recorded: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  problems: [],
  more: 0,
  besides: 0,
}

test('what changed is told part by part', () => {
  expect(changes({ ...none, recorded: 1, unchanged: 2 })).toEqual(['1 order recorded', '2 orders there already, just so'])
  expect(changes({ ...none, kind: 'partners', created: 40, updated: 1 })).toEqual(['40 partners added', '1 partner changed'])
})

test('a dry run says what would', () => {
  expect(changes({ ...none, kind: 'partners', dryRun: true, created: 3 })).toEqual(['3 partners would be added'])
})

test('nothing is told, too', () => {
  expect(changes(none)).toEqual(['0 orders recorded'])
})

test('wrong rows are those listed and those that are not', () => {
  expect(wrongRows({ ...none, problems: [{ line: 2, column: '', reason: 'x' }], more: 900 })).toBe(901)
})

test('a name may tell the kind', () => {
  expect(kindOf('Partners 2011.csv')).toBe('partners')
  expect(kindOf('refund.csv')).toBe('refunds')
  expect(kindOf('data.csv')).toBeUndefined()
})

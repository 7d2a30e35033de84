import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../../lib/search'
import { paymentCriteria, readPaymentSearch, type PaymentSearch } from './search'

const read = (raw: Partial<PaymentSearch>) => readPaymentSearch(raw as Parameters<typeof readPaymentSearch>[0])

test('an address gives the same search again', () => {
  const search = { start: '2011-11-01', end: '2011-11-30', batch: 'Batch-20111205', partner: '7', minimum: '10.00', type: 'CHECK', in: 'batch' }
  expect(read(parseSearch(stringifySearch(search)))).toMatchObject(search)
})

test('what was mistyped in an address is as if left out', () => {
  const raw = parseSearch('?start=2011-13-01&partner=x&minimum=-5&maximum=1e3&type=GOLD&in=both&currency=pounds&page=2')
  expect(Object.values(read(raw)).every((value) => value === undefined)).toBe(true)
})

test('a period that ends before it starts is none', () => {
  expect(read({ start: '2011-12-01', end: '2011-11-30' }).start).toBeUndefined()
})

test('a search for all asks for nothing in particular', () => {
  expect(Object.values(paymentCriteria({})).every((value) => value === undefined)).toBe(true)
})

test.each([
  [{ start: '2011-11-01' }, { start: '2011-11-01', end: '9999-12-31' }],
  [{ end: '2011-11-30' }, { start: '1900-01-01', end: '2011-11-30' }],
])('a period may be open: %j', (criteria, period) => expect(paymentCriteria(criteria).period).toEqual(period))

test.each([
  ['batch', true],
  ['one-off', false],
] as const)('only %s payments', (kind, inBatch) => expect(paymentCriteria({ in: kind }).inBatch).toBe(inBatch))

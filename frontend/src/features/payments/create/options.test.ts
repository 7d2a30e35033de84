import { expect, test } from 'vitest'
import { isComplete, planArguments, readOptions } from './options'

test('what an address says is what is paid', () => {
  const options = readOptions({ method: 'ENDING_BALANCE', type: 'WISE', batch: 'July', date: '2011-12-05', least: '10.00', cap: '1' })
  expect(options).toMatchObject({ method: 'ENDING_BALANCE', type: 'WISE', batch: 'July', date: '2011-12-05' })
  expect(planArguments({ exportId: '7' }, options)).toEqual({
    exportId: '7',
    date: '2011-12-05',
    minimumPayment: '10.00',
    capAtBalance: true,
    allowRepeat: false,
  })
})

test('what was mistyped in an address is as if left out', () => {
  const raw = { method: 'ALL', type: 'GOLD', date: '2011-02-30', least: '-1', cap: 'yes', repeat: '' } as never
  expect(Object.values(readOptions(raw)).every((value) => value === undefined)).toBe(true)
})

test.each([
  [{}, true],
  [{ least: '0' }, true],
  [{ least: '12,50' }, false],
  [{ least: '-1' }, false],
  [{ date: '2011-12-05' }, true],
  [{ date: '' }, false],
])('%j can be sent: %s', (options, complete) => expect(isComplete(options)).toBe(complete))

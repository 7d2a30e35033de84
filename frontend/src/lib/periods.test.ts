import { expect, test } from 'vitest'
import { presetOf, presets } from './periods'

const of = (label: string, today: string) => {
  const { start, end } = presets.find((preset) => preset.label === label)!.of(today)
  return `${start} ${end}`
}

test.each([
  ['2015-06-24', 'Last month', '2015-05-01 2015-05-31'],
  ['2015-01-31', 'Last month', '2014-12-01 2014-12-31'],
  ['2016-03-31', 'Last month', '2016-02-01 2016-02-29'],
  ['2015-03-01', 'Last month', '2015-02-01 2015-02-28'],
  ['2015-06-24', 'This month', '2015-06-01 2015-06-30'],
  ['2015-12-01', 'This month', '2015-12-01 2015-12-31'],
  ['2015-01-01', 'Last quarter', '2014-10-01 2014-12-31'],
  ['2015-03-31', 'Last quarter', '2014-10-01 2014-12-31'],
  ['2015-04-01', 'Last quarter', '2015-01-01 2015-03-31'],
  ['2015-12-31', 'Last quarter', '2015-07-01 2015-09-30'],
  ['2015-06-24', 'This year', '2015-01-01 2015-12-31'],
  ['2015-06-24', 'All time', '1900-01-01 2015-06-24'],
])('on %s, %s is %s', (today, label, days) => expect(of(label, today)).toBe(days))

test('a preset is recognised by its days', () => {
  expect(presetOf({ start: '2015-05-01', end: '2015-05-31' }, '2015-06-24')?.label).toBe('Last month')
  expect(presetOf({ start: '2015-05-01', end: '2015-05-30' }, '2015-06-24')).toBeUndefined()
})

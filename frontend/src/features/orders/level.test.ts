import { expect, test } from 'vitest'
import { levelOf } from './level'

test.each([
  ['order:1001/1', '1'],
  ['refund:R7/2', '2'],
  ['order:2011/06/3', '3'],
  ['payment:55', ''],
])('the level of %s', (source, level) => {
  expect(levelOf(source)).toBe(level)
})

import { expect, test } from 'vitest'
import { orderOf } from './orders'

test.each([
  ['order:1001/1', 'Order 1001, level 1', '1001'],
  ['order:EU/2011/7/2', 'Order EU/2011/7, level 2', 'EU/2011/7'],
  ['refund:R7/1', 'Refund R7 of order 1001, level 1', '1001'],
  ['refund:a of order b/2', 'Refund a of order b of order c, level 2', 'c'],
  ['refund:R7/1', 'Something else', undefined],
  ['refund:R7/1', 'Refund R7 of order , level 1', undefined],
  ['payment:12', 'Payment', undefined],
  ['adjustment:order:1/1', 'A bonus', undefined],
])('%s belongs to its order', (source, description, order) => {
  expect(orderOf({ source, description })).toBe(order)
})

import { expect, test } from 'vitest'
import { cleanToken } from './token'

test.each(['abc', '  abc\n', 'Bearer abc', 'bearer  abc '])('%j is the token abc', (pasted) => {
  expect(cleanToken(pasted)).toBe('abc')
})

// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { ApiError } from './api'
import { isLost } from './lost'

test.each(['UNREACHABLE', 'TIMEOUT', 'UNREADABLE', 'INTERNAL'])('after %s it may have been recorded', (code) => {
  expect(isLost(new ApiError('', code))).toBe(true)
})

test.each(['FORBIDDEN', 'UNAUTHENTICATED', 'RATE_LIMITED', 'TOO_LARGE'])('after %s nothing was', (code) => {
  expect(isLost(new ApiError('', code))).toBe(false)
})

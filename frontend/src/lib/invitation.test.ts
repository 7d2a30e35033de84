// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { takeInvitation } from './invitation'

test('the token is taken from the address, which forgets it', () => {
  history.replaceState(null, '', '/invitation#pli_abc')
  expect(takeInvitation()).toBe('pli_abc')
  expect(location.href).toMatch(/\/invitation$/)
  expect(takeInvitation()).toBe('')
})

test('elsewhere there is none, whatever the address has', () => {
  history.replaceState(null, '', '/partners#pli_abc')
  expect(takeInvitation()).toBeUndefined()
  expect(location.hash).toBe('#pli_abc')
})

// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { takeSignInError } from './signInError'

test('why the company’s own sign-in failed is told once, and the rest of the address stays', () => {
  history.replaceState(null, '', '/partners?status=ACTIVE&signInError=unknown')
  expect(takeSignInError()).toMatch(/not known here/)
  expect(location.pathname + location.search).toBe('/partners?status=ACTIVE')
  expect(takeSignInError()).toBe('')
})

test('nobody’s words are shown from an address', () => {
  history.replaceState(null, '', '/?signInError=Call+0800+123456')
  expect(takeSignInError()).toMatch(/^The sign-in of your company did not work/)
})

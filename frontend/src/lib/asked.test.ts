// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { keepAsked, returnToAsked } from './asked'

const here = () => location.pathname + location.search

test.each([
  ['/', '/partners?status=ACTIVE'],
  ['/?signInError=unknown', '/?signInError=unknown'],
  ['/programs', '/programs'],
])('back at %s the page is %s', (back, page) => {
  history.replaceState(null, '', '/partners?status=ACTIVE')
  keepAsked()
  history.replaceState(null, '', back)
  returnToAsked()
  expect(here()).toBe(page)

  history.replaceState(null, '', '/')
  returnToAsked()
  expect(here()).toBe('/')
})

import { expect, test } from 'vitest'
import { problemsOf } from './passwords'

test.each([
  ['eleven char', 'eleven char', 'password'],
  // Six characters, in twelve units of JavaScript.
  ['🦊🦊🦊🦊🦊🦊', '🦊🦊🦊🦊🦊🦊', 'password'],
  ['twelve chars', 'twelve chars', undefined],
  ['twelve chars', 'twelve Chars', 'again'],
  ['twelve chars ', 'twelve chars', 'again'],
])('%j and %j', (password, again, wrong) => {
  expect(Object.keys(problemsOf({ password, again }))).toEqual(wrong ? [wrong] : [])
})

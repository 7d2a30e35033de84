import { expect, test } from 'vitest'
import { endsSessions, userInput, type PersonDraft } from './draft'

const draft: PersonDraft = { name: ' Pat ', email: 'pat@example.com ', role: 'PARTNER', partnerId: '7' }

test('blanks around a name and an address are nobody’s', () => {
  expect(userInput(draft)).toEqual({ name: 'Pat', email: 'pat@example.com', role: 'PARTNER', partnerId: '7' })
})

test('a partner goes along with the role PARTNER alone', () => {
  expect(userInput({ ...draft, role: 'FINANCE' }).partnerId).toBeNull()
  expect(userInput({ ...draft, partnerId: undefined }).partnerId).toBeNull()
})

test.each([
  [{ name: 'Patricia', email: 'p@example.com' }, false],
  [{ role: 'FINANCE' }, true],
  [{ partnerId: '8' }, true],
] as [Partial<PersonDraft>, boolean][])('sessions end where the role or the partner changes: %j', (change, ends) => {
  expect(endsSessions(draft, { ...draft, ...change })).toBe(ends)
})

test('a partner that is not sent changes nothing', () => {
  const reader: PersonDraft = { ...draft, role: 'READ_ONLY' }
  expect(endsSessions(reader, { ...reader, partnerId: undefined })).toBe(false)
})

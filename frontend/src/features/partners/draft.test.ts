import { expect, test } from 'vitest'
import { draftOf, emptyPartner, partnerInput } from './draft'

test('what is not changed is sent as it was', () => {
  const input = partnerInput(
    draftOf({
      id: '7',
      code: 'RP007',
      name: 'Harbour Gifts',
      email: null,
      status: 'INACTIVE',
      currencyCode: 'GBP',
      parent: { id: '3' },
      program: { id: '2' },
    }),
  )
  expect(input).toEqual({
    code: 'RP007',
    name: 'Harbour Gifts',
    email: null,
    status: 'INACTIVE',
    currencyCode: 'GBP',
    parentId: '3',
    programId: '2',
  })
})

test('blanks around what was typed are not meant, and an empty address is none', () => {
  expect(partnerInput({ ...emptyPartner, code: ' N1 ', name: ' New ', email: ' ' })).toMatchObject({
    code: 'N1',
    name: 'New',
    email: null,
    currencyCode: null,
  })
})

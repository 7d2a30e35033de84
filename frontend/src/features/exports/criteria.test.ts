import { expect, test } from 'vitest'
import { criteriaInWords } from './criteria'

test('nothing but period and currency is all partners', () => {
  expect(criteriaInWords('{"period":{"start":"2011-11-01","end":"2011-11-30"},"currencyCode":"GBP"}')).toBe('All partners')
})

test('what narrows an export is told in words', () => {
  const kept = { search: 'tea', status: 'INACTIVE', partnerIds: ['1'], programId: '2', parentId: '3', minimumEndingBalance: '5.00', nonZeroOnly: true }
  expect(criteriaInWords(JSON.stringify(kept))).toBe(
    'search “tea”, inactive only, chosen partners, one program, one parent partner, ending balance from 5.00, without zero rows',
  )
})

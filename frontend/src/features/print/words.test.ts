import { expect, test } from 'vitest'
import { inWords } from './words'

const names = { currencyCode: 'GBP', partners: [] }
const period = { start: '2011-11-01', end: '2011-11-30' }

test('no criteria are all partners', () => {
  expect(inWords({ period, nonZeroOnly: false }, names)).toBe('All partners')
})

test('every criterion is told', () => {
  const criteria = {
    period,
    search: 'RP0',
    status: 'ACTIVE',
    programId: '1',
    parentId: '7',
    minimumEndingBalance: '10',
    nonZeroOnly: true,
  } as const
  expect(inWords(criteria, { ...names, program: 'Standard', parent: 'Paper Crane (RP007)' })).toBe(
    '“RP0” in the name, code or e-mail address; active partners; program Standard; referred by Paper Crane (RP007); ending balance of at least 10.00; without zero rows',
  )
})

test('what is no longer there is told by its number', () => {
  expect(inWords({ programId: '9', parentId: '8' }, names)).toBe('Program 9; referred by 8')
})

test('a single partner is named', () => {
  expect(inWords({ partnerIds: ['7'] }, { ...names, partners: ['Paper Crane (RP007)'] })).toBe('Only Paper Crane (RP007)')
})

import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../../lib/search'
import { auditCriteria, auditFile, readAuditSearch, type AuditSearch } from './search'

const read = (text: string) => readAuditSearch(parseSearch(text) as never)
const all: AuditSearch = { start: '2011-11-01', end: '2011-11-30', action: 'TOKEN_CREATED', partner: '7', search: 'a&b' }

test('an address gives the same search again', () => {
  expect(read(stringifySearch({ ...all }))).toEqual(all)
})

test.each(['?action=LAUGHED&partner=x&page=2', '?start=2011-11-01', '?start=2011-12-01&end=2011-11-30'])(
  'what was mistyped in an address is as if left out: %s',
  (text) => expect(Object.values(read(text)).every((value) => value === undefined)).toBe(true),
)

test('a search for all asks for nothing in particular', () => {
  expect(Object.values(auditCriteria({})).every((value) => value === undefined)).toBe(true)
  expect(auditFile({})).toEqual({ downloadUrl: '/audit-log.csv?', fileName: 'audit-log.csv' })
})

test('the file is asked for by the same criteria, whichever page is shown', () => {
  expect(auditCriteria(all)).toEqual({ period: { start: '2011-11-01', end: '2011-11-30' }, action: 'TOKEN_CREATED', partnerId: '7', search: 'a&b' })
  expect(auditFile({ ...all, after: 'abc', page: 2 } as AuditSearch)).toEqual({
    downloadUrl: '/audit-log.csv?start=2011-11-01&end=2011-11-30&action=TOKEN_CREATED&partnerId=7&search=a%26b',
    fileName: 'audit-log_2011-11-01_2011-11-30.csv',
  })
})

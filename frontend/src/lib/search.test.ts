import { expect, test } from 'vitest'
import { readPageSearch } from './paging'
import { parseSearch, stringifySearch } from './search'

test('an address is plain text', () => {
  const search = { start: '2011-11-01', search: 'Meadow & Co', program: '12', page: 2, empty: '', none: undefined }
  const text = stringifySearch(search)
  expect(text).toBe('?start=2011-11-01&search=Meadow+%26+Co&program=12&page=2')
  expect(parseSearch(text)).toEqual({ start: '2011-11-01', search: 'Meadow & Co', program: '12', page: '2' })
  expect(stringifySearch({})).toBe('')
})

test('a page has a cursor and a number, or is the first', () => {
  expect(readPageSearch(parseSearch('?after=abc&page=3') as never)).toEqual({ after: 'abc', page: 3 })
  for (const text of ['', '?after=abc', '?page=3', '?after=abc&page=1', '?after=abc&page=x', '?after=&page=2']) {
    expect(readPageSearch(parseSearch(text) as never)).toEqual({})
  }
})

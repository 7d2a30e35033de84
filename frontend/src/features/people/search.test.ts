import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../../lib/search'
import { readPeopleSearch, type PeopleSearch } from './search'

const read = (text: string) => readPeopleSearch(parseSearch(text) as never)

test('an address gives the same search again', () => {
  const search: PeopleSearch = { search: 'ann@', role: 'FINANCE', active: 'no', after: 'abc', page: 2 }
  expect(read(stringifySearch({ ...search }))).toEqual(search)
})

test('what was mistyped in an address is as if left out', () => {
  expect(Object.values(read('?role=BOSS&active=perhaps&page=2')).every((value) => value === undefined)).toBe(true)
})

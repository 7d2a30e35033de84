import { expect, test } from 'vitest'
import { sentence, sortProblems } from './userErrors'

test('what is wrong stands at the field that it is about', () => {
  const errors = [
    { field: ['input', 'code'], message: 'code is missing' },
    { field: ['input', 'name'], message: 'name is missing' },
  ]
  expect(sortProblems(errors, ['code', 'name'])).toEqual({
    at: { code: 'Code is missing.', name: 'Name is missing.' },
    rest: [],
  })
})

test('what no field is about is kept', () => {
  const errors = [
    { field: null, message: 'try again' },
    { field: ['input', 'parentCode'], message: 'there is no partner of this code' },
  ]
  expect(sortProblems(errors, ['code'])).toEqual({ at: {}, rest: ['Try again.', 'There is no partner of this code.'] })
})

test('two mistakes in one field are both told, and lists have their positions', () => {
  const errors = [
    { field: ['rules', '1', 'percent'], message: 'a percent is 0 to 100' },
    { field: ['rules', '1', 'percent'], message: 'it is not a number!' },
  ]
  expect(sortProblems(errors, ['rules.1.percent']).at).toEqual({
    'rules.1.percent': 'A percent is 0 to 100. It is not a number!',
  })
})

test('a message is a sentence', () => {
  expect(sentence('there is no such partner')).toBe('There is no such partner.')
  expect(sentence('Done.')).toBe('Done.')
})

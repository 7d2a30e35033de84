import { expect, test } from 'vitest'
import { fieldName } from './fieldName'

test.each([
  ['name', 'Name'],
  ['partnerId', 'Partner id'],
  ['capAtBalance', 'Cap at balance'],
  ['rules.level 1', 'Rules, level 1'],
  ['rules.level 1, SKU A-B', 'Rules, level 1, SKU A-B'],
])('the field %s is told as %s', (field, words) => expect(fieldName(field)).toBe(words))

// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { refuseChanged } from './refuseChanged'

test('what somebody else has changed is not saved over', () => {
  expect(() => refuseChanged({ name: 'Gold', rate: '12' }, { name: 'Gold', rate: '10' }, { name: 'Gold 2', rate: '10' })).toThrow('Somebody has changed this')
})

test.each([['Gold'], ['Gold 2']])('what is as it was shown, or saved already by an answer that was lost, is saved: %s', (name) => {
  expect(() => refuseChanged({ name }, { name: 'Gold' }, { name: 'Gold 2' })).not.toThrow()
})

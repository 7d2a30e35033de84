import { expect, test } from 'vitest'
import { addRule, ruleDrafts, ruleInputs, valueProblem, worked, type RuleDraft } from './rules'

const rules: RuleDraft[] = [
  { key: 0, level: 1, sku: '', kind: 'percent', value: '10' },
  { key: 1, level: 1, sku: 'GIFT', kind: 'amount', value: '0.25' },
  { key: 2, level: 2, sku: 'GIFT', kind: 'percent', value: '2.5' },
]

test('the rule that names the SKU wins over the one that names none', () => {
  expect(worked(rules, ' GIFT ')).toEqual([
    { level: 1, earns: '0.25 for each unit', why: 'By the rule for GIFT, which wins over the rule for all others.' },
    { level: 2, earns: '2.5 % of the line', why: 'By the rule for GIFT.' },
    { level: 3, earns: 'nothing', why: 'This level has no rule.' },
  ])
})

test('another SKU earns by the rule for all others, where there is one', () => {
  expect(worked(rules, 'gift')).toEqual([
    { level: 1, earns: '10 % of the line', why: 'By the rule for all other SKUs.' },
    { level: 2, earns: 'nothing', why: 'No rule of this level is for it.' },
    { level: 3, earns: 'nothing', why: 'This level has no rule.' },
  ])
})

test('a rule that is not finished earns nothing', () => {
  expect(worked([{ key: 0, level: 1, sku: '', kind: 'percent', value: '' }], 'A')[0]!.earns).toBe('nothing')
})

test('figures are told as they were typed', () => {
  const fine = worked([{ key: 0, level: 1, sku: '', kind: 'amount', value: '0.10' }], 'A')
  expect(fine[0]!.earns).toBe('0.10 for each unit')
})

test('rules are sent as they were read', () => {
  const read = [
    { level: 1, sku: null, percent: '10', amount: null },
    { level: 2, sku: 'GIFT', percent: null, amount: '0.25' },
  ]
  expect(ruleInputs(ruleDrafts(read))).toEqual([
    { level: 1, sku: null, percent: '10' },
    { level: 2, sku: 'GIFT', amount: '0.25' },
  ])
})

test('a new rule is for the first level that has none for all SKUs', () => {
  expect(addRule(rules).at(-1)).toEqual({ key: 3, level: 2, sku: '', kind: 'percent', value: '' })
  expect(addRule([])[0]).toMatchObject({ key: 0, level: 1 })
})

test('what is no figure is told at once', () => {
  const rule = rules[0]!
  expect(valueProblem({ ...rule, value: '1,5' })).toBeDefined()
  expect(valueProblem({ ...rule, value: '1.5' })).toBeUndefined()
})

import type { CommissionRuleInput, RuleFragment } from '../../gql/graphql'
import { formatAmount, isAmount } from '../../lib/amounts'

/** A rule as it is typed. */
export interface RuleDraft {
  key: number
  level: number
  /** Empty: every SKU that no other rule of the level names. */
  sku: string
  kind: 'percent' | 'amount'
  value: string
}

export const levels = [1, 2, 3] as const

export function ruleDrafts(rules: readonly RuleFragment[]): RuleDraft[] {
  return rules.map(({ level, sku, percent, amount }, key) => ({
    key,
    level,
    sku: sku ?? '',
    kind: amount == null ? 'percent' : 'amount',
    value: percent ?? amount ?? '',
  }))
}

export function addRule(rules: readonly RuleDraft[]): RuleDraft[] {
  const key = Math.max(-1, ...rules.map((rule) => rule.key)) + 1
  const free = levels.find((level) => !rules.some((rule) => rule.level === level && rule.sku === '')) ?? 1
  return [...rules, { key, level: free, sku: '', kind: 'percent', value: '' }]
}

export function ruleInputs(rules: readonly RuleDraft[]): CommissionRuleInput[] {
  return rules.map(({ level, sku, kind, value }) => ({ level, sku: sku.trim() || null, [kind]: value.trim() }))
}

/** What is wrong with a rule before anybody is asked. */
export function valueProblem({ value }: RuleDraft): string | undefined {
  return value.trim() !== '' && !isAmount(value.trim()) ? 'Write it like 12.5.' : undefined
}

export interface Earning {
  level: number
  /** What the level earns on a line of the SKU, in words. */
  earns: string
  /** Why it is this rule and no other. */
  why: string
}

/** What each level earns on a line of the SKU. No figures: how much it comes to is the server's to say. */
export function worked(rules: readonly RuleDraft[], typed: string): Earning[] {
  const sku = typed.trim()
  return levels.map((level) => {
    const here = rules.filter((rule) => rule.level === level && isAmount(rule.value.trim()))
    const named = sku === '' ? undefined : here.find((rule) => rule.sku.trim() === sku)
    const general = here.find((rule) => rule.sku.trim() === '')
    const rule = named ?? general
    if (!rule) return { level, earns: 'nothing', why: here.length > 0 ? 'No rule of this level is for it.' : 'This level has no rule.' }
    return { level, earns: earns(rule), why: reason(named, general) }
  })
}

function earns({ kind, value }: RuleDraft): string {
  const figure = formatAmount(value.trim())
  return kind === 'percent' ? `${figure} % of the line` : `${figure} for each unit`
}

function reason(named: RuleDraft | undefined, general: RuleDraft | undefined): string {
  if (!named) return 'By the rule for all other SKUs.'
  const by = `By the rule for ${named.sku.trim()}`
  return general ? `${by}, which wins over the rule for all others.` : `${by}.`
}

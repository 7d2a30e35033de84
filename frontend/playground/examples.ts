import report from './examples/1-report.graphql?raw'
import ledger from './examples/2-ledger.graphql?raw'
import exportLedgers from './examples/3-export.graphql?raw'
import previewPayments from './examples/4-preview-payments.graphql?raw'
import createPayments from './examples/5-create-payments.graphql?raw'
import createPaymentsVariables from './examples/5-create-payments.variables.json?raw'
import record from './examples/6-record.graphql?raw'
import recordVariables from './examples/6-record.variables.json?raw'

export interface Example {
  query: string
  variables?: string
}

/** The main job step by step, one tab a step. GraphiQL shows no variables of the first tab: it must need none. */
export const examples: Example[] = [
  { query: report },
  { query: ledger },
  { query: exportLedgers },
  { query: previewPayments },
  { query: createPayments, variables: createPaymentsVariables },
  { query: record, variables: recordVariables },
]

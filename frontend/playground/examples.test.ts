import { buildSchema, getVariableValues, Kind, parse, validate, validateSchema } from 'graphql'
import { expect, test } from 'vitest'
import { examples } from './examples'

const files = import.meta.glob<string>('../../graph/*.graphqls', { query: '?raw', import: 'default', eager: true })
const sources = import.meta.glob('./examples/*.graphql')

// The server's own directives for code generation need no definition here.
const schema = buildSchema(Object.values(files).join('\n'), { assumeValidSDL: true })

test('the schema is there and valid', () => {
  expect(Object.keys(files)).not.toEqual([])
  expect(validateSchema(schema)).toEqual([])
})

test('every file of examples/ is a tab', () => {
  expect(examples).toHaveLength(Object.keys(sources).length)
})

test.each(examples)('%# says what it does and fits the schema', ({ query, variables }) => {
  expect(query).toMatch(/^# \d\. /)
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])

  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue
    const given = variables ? JSON.parse(variables) : {}
    expect(getVariableValues(schema, operation.variableDefinitions ?? [], given).errors).toBeUndefined()
  }
})

test('the preview and the payments are of the same batch', () => {
  const [, , , preview, payments] = examples
  expect(batchArguments(payments!.query)).toEqual(batchArguments(preview!.query))
})

// The fingerprint of a preview fits only the same arguments.
function batchArguments(query: string): string | undefined {
  return /Payments\((\s+method[^)]*?)(?:\s+fingerprint[^)]*)?\s+\)/.exec(query)?.[1]
}

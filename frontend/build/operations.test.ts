import { expect, test } from 'vitest'
import { operations } from './operations'

test('an operation is found by its name, with its fragments, on one line', () => {
  const generated = `
export const ANameFragmentDoc = new TypedDocumentString(\`
    fragment AName on Partner {
  name
}\`, {"fragmentName":"AName"}) as unknown as TypedDocumentString<ANameFragment, unknown>;
export const ListDocument = new TypedDocumentString(\`
    query List($first: Int!) {
  partners(first: $first) {
    ...AName
  }
}
    fragment AName on Partner {
  name
}\`) as unknown as TypedDocumentString<ListQuery, ListQueryVariables>;
`
  expect(Object.fromEntries(operations(generated))).toEqual({
    'fragment AName': 'fragment AName on Partner { name }',
    'query List': 'query List($first: Int!) { partners(first: $first) { ...AName } } fragment AName on Partner { name }',
  })
})

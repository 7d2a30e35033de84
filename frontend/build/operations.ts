import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Writes the text of every GraphQL operation where it is asked for. Otherwise each page would bring along the operations
 * of all pages, and each of them twice: the generated graphql() finds them in a table by their own source.
 */
export function inlineOperations(generated: string): Plugin {
  let texts = new Map<string, string>()
  return {
    name: 'inline-operations',
    apply: 'build',
    buildStart() {
      texts = operations(readFileSync(generated, 'utf8'))
    },
    transform: {
      filter: { id: { include: /\/src\/.*\.tsx?$/, exclude: /\/src\/gql\// }, code: 'graphql(`' },
      handler: (code) => code.replace(call, (_, source: string) => JSON.stringify(find(texts, source))),
    },
  }
}

const call = /\bgraphql\(`([^`]*)`\)/g

/** The operations that client-preset generated, each with the fragments that it needs, by their kind and name. */
export function operations(generated: string): Map<string, string> {
  const documents = generated.matchAll(/ = new TypedDocumentString\(`([^`]*)`/g)
  return new Map([...documents].map(([, text]) => [nameOf(text!), text!.replace(/\s+/g, ' ').trim()]))
}

function find(texts: Map<string, string>, source: string): string {
  const text = texts.get(nameOf(source))
  if (!text) throw new Error(`${nameOf(source)} is not in src/gql: npm run codegen`)
  return text
}

function nameOf(source: string): string {
  return /(query|mutation|fragment)\s+\w+/.exec(source)?.[0] ?? ''
}

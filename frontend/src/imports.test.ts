import { expect, test } from 'vitest'

const below: Record<string, string[]> = {
  app: ['app', 'features', 'components', 'lib', 'gql'],
  features: ['components', 'lib', 'gql'],
  components: ['components', 'lib', 'gql'],
  lib: ['lib', 'gql'],
}

const sources = import.meta.glob<string>('./{app,features,components,lib}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('imports run one way, and no feature imports another', () => {
  const imports = Object.entries(sources).flatMap(([file, text]) => importsOf(file, text))
  expect(imports.length).toBeGreaterThan(100)
  expect(imports.filter(([file, path]) => !allowed(file, path)).map((pair) => pair.join(' → '))).toEqual([])
})

/** The files of ours that a file imports, both as paths from this folder. */
function importsOf(file: string, text: string): [file: string, path: string][] {
  const from = file.replace('./', '')
  return [...text.matchAll(/(?:from|import)[\s(]*'(\.[^']*)'/g)].map(([, path]) => [from, resolve(from, path!)])
}

function resolve(file: string, path: string): string {
  return new URL(path, `http://src/up/${file}`).pathname.replace('/up/', '').replace(/^\//, '../')
}

function allowed(file: string, path: string): boolean {
  const [layer = '', feature] = file.split('/')
  const [otherLayer = '', otherFeature] = path.split('/')
  if (layer === 'features' && otherLayer === 'features') return feature === otherFeature
  return otherLayer === '..' || !!below[layer]?.includes(otherLayer)
}

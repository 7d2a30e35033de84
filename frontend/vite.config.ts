import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { inlineOperations } from './build/operations.ts'

// Each page is an entry of its own and lands in dist/ under its path here: dist/playground/index.html.
const pages = { dashboard: 'index.html', playground: 'playground/index.html' }

export default defineConfig({
  plugins: [inlineOperations('src/gql/graphql.ts'), react(), tameGraphiqlStyles()],
  build: {
    rolldownOptions: {
      input: pages,
      // Libraries mark themselves "use client" for servers that render React; here nothing does.
      checks: { moduleLevelDirective: false },
      // What most pages use of these is one file: many small ones compress worse, and are asked for one by one.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'shared', test: /node_modules\/@(mantine|tanstack)\//, minShareCount: 12 }],
        },
      },
      // With the operations written in place, nothing of the table of all of them is needed.
      treeshake: { moduleSideEffects: [{ test: /\/src\/gql\//, sideEffects: false }] },
    },
    // The content security policy lets nothing be inlined into a page.
    assetsInlineLimit: 0,
    // GraphiQL's editor alone is larger than the default limit.
    chunkSizeWarningLimit: 1100,
  },
  // What a test waits for comes late on a busy machine.
  test: { expect: { poll: { timeout: 15_000 } } },
  server: {
    // The server that `make run` starts, or another one.
    proxy: Object.fromEntries(['/graphql', '/exports', '/imports', '/entries.csv', '/audit-log.csv'].map((path) => [path, process.env.API ?? 'http://127.0.0.1:8080'])),
  },
})

// GraphiQL's style sheet carries two font families as data: URLs, six sevenths of its size; the page uses the fonts of
// the reader's system instead. In a layer, its rules yield to ours, however specific they are.
function tameGraphiqlStyles(): Plugin {
  return {
    name: 'tame-graphiql-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /graphiql\/dist\/style\.css/ },
      handler: (css) => `@layer graphiql {${css.replace(/@font-face\s*{[^}]*}/g, '')}}`,
    },
  }
}

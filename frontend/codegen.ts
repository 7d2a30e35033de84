import type { CodegenConfig } from '@graphql-codegen/cli'

// What the API says, and what the operations in src ask of it, as TypeScript. Nobody writes a request type by hand.
const config: CodegenConfig = {
  schema: '../graph/*.graphqls',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        // Operations travel as text: no GraphQL parser is sent to the browser.
        documentMode: 'string',
        // Amounts and days stay the strings that they are. Nothing computes with them.
        scalars: { ID: 'string', Decimal: 'string', Date: 'string', DateTime: 'string', Cursor: 'string', CurrencyCode: 'string' },
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
      },
    },
  },
}

export default config

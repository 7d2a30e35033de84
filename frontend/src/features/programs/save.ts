import { graphql } from '../../gql'

export const saveProgram = graphql(`
  mutation SaveProgram($id: ID, $name: String!, $isDefault: Boolean!, $rules: [CommissionRuleInput!]!) {
    saveCommissionProgram(id: $id, name: $name, isDefault: $isDefault, rules: $rules) {
      program {
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

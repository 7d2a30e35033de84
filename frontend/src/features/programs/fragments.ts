import { graphql } from '../../gql'

export const rule = graphql(`
  fragment Rule on CommissionRule {
    level
    sku
    percent
    amount
  }
`)

export const programCard = graphql(`
  fragment ProgramCard on CommissionProgram {
    id
    name
    isDefault
    rules {
      ...Rule
    }
  }
`)

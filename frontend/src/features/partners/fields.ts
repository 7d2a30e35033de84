import { graphql } from '../../gql'

/** All that can be changed of a partner. */
export const partnerFields = graphql(`
  fragment PartnerFields on ReferralPartner {
    id
    code
    name
    email
    status
    currencyCode
    parent {
      id
    }
    program {
      id
    }
  }
`)

export const updatePartner = graphql(`
  mutation UpdatePartner($id: ID!, $input: ReferralPartnerInput!) {
    updateReferralPartner(id: $id, input: $input) {
      partner {
        name
        status
      }
      userErrors {
        message
        field
      }
    }
  }
`)

import { graphql, readFragment } from '../../gql'
import { request } from '../../lib/api'
import { draftOf, type PartnerDraft } from './draft'

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

const currentQuery = graphql(`
  query CurrentPartner($id: ID!) {
    referralPartner(id: $id) {
      ...PartnerFields
    }
  }
`)

/** What is recorded of a partner by now, which may not be what a page shows. */
export async function currentPartner(id: string): Promise<PartnerDraft> {
  const current = readFragment(partnerFields, (await request(currentQuery, { id })).referralPartner)
  if (!current) throw new Error('the partner is gone')
  return draftOf(current)
}

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

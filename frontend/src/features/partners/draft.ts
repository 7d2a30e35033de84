import type { PartnerFieldsFragment, PartnerStatus, ReferralPartnerInput } from '../../gql/graphql'

/** A partner as it is typed. */
export interface PartnerDraft {
  code: string
  name: string
  email: string
  status: PartnerStatus
  currencyCode?: string
  parentId?: string
  programId?: string
}

export const emptyPartner: PartnerDraft = { code: '', name: '', email: '', status: 'ACTIVE' }

export function draftOf(partner: PartnerFieldsFragment): PartnerDraft {
  const { code, name, email, status, currencyCode, parent, program } = partner
  return { code, name, email: email ?? '', status, currencyCode, parentId: parent?.id, programId: program?.id }
}

/** The input says all that there is: what it left out would become empty. */
export function partnerInput({ code, name, email, status, currencyCode, parentId, programId }: PartnerDraft): ReferralPartnerInput {
  return {
    code: code.trim(),
    name: name.trim(),
    email: email.trim() || null,
    status,
    currencyCode: currencyCode ?? null,
    parentId: parentId ?? null,
    programId: programId ?? null,
  }
}

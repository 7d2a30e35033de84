import type { PersonFragment, Role, UserInput } from '../../gql/graphql'

/** A person as typed. */
export interface PersonDraft {
  name: string
  email: string
  role: Role
  /** Kept while another role is chosen, in case that was a slip. */
  partnerId?: string
}

export function draftOf({ name, email, role, partner }: PersonFragment): PersonDraft {
  return { name, email, role, partnerId: partner?.id }
}

/** A partner is given exactly where the role is PARTNER. */
export function userInput({ name, email, role, partnerId }: PersonDraft): UserInput {
  return { name: name.trim(), email: email.trim(), role, partnerId: role === 'PARTNER' ? (partnerId ?? null) : null }
}

/** Whether what the person may see or do would change: every session ends with that. */
export function endsSessions(before: PersonDraft, after: PersonDraft): boolean {
  const [was, is] = [userInput(before), userInput(after)]
  return was.role !== is.role || was.partnerId !== is.partnerId
}

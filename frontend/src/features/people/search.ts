import type { SearchSchemaInput } from '@tanstack/react-router'
import type { Role } from '../../gql/graphql'
import { readPageSearch, type PageSearch } from '../../lib/paging'
import { oneOf, valid } from '../../lib/search'

export interface PeopleSearch extends PageSearch {
  search?: string
  role?: Role
  active?: 'yes' | 'no'
}

export const roles = ['ADMIN', 'FINANCE', 'READ_ONLY', 'PARTNER'] as const

export function readPeopleSearch(raw: PeopleSearch & SearchSchemaInput): PeopleSearch {
  return {
    search: valid(raw.search),
    role: oneOf(roles, raw.role),
    active: oneOf(['yes', 'no'], raw.active),
    ...readPageSearch(raw),
  }
}

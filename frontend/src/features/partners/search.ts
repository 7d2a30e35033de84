import type { SearchSchemaInput } from '@tanstack/react-router'
import type { PartnerStatus } from '../../gql/graphql'
import { readPageSearch, type PageSearch } from '../../lib/paging'
import { oneOf, valid } from '../../lib/search'

export interface PartnersSearch extends PageSearch {
  search?: string
  status?: PartnerStatus
}

export function readPartnersSearch(raw: PartnersSearch & SearchSchemaInput): PartnersSearch {
  return {
    search: valid(raw.search),
    status: oneOf(['ACTIVE', 'INACTIVE'], raw.status),
    ...readPageSearch(raw),
  }
}

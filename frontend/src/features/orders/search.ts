import type { SearchSchemaInput } from '@tanstack/react-router'
import { valid } from '../../lib/search'

export interface OrdersSearch {
  /** An order's id, as its caller named it; in the address behind the question mark, since it may hold anything. */
  order?: string
}

export function readOrdersSearch(raw: OrdersSearch & SearchSchemaInput): OrdersSearch {
  return { order: valid(raw.order) }
}

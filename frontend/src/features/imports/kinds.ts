export type ImportKind = 'partners' | 'orders' | 'refunds'

interface KindOfFile {
  label: string
  /** What one of it is called, and many. */
  noun: [one: string, many: string]
  required: string[]
  optional: string[]
}

/** In the order in which they can be recorded: an order names its partner, a refund its order. */
export const kinds: Record<ImportKind, KindOfFile> = {
  partners: {
    label: 'Partners',
    noun: ['partner', 'partners'],
    required: ['code', 'name'],
    optional: ['email', 'status', 'currency', 'parent_code', 'program'],
  },
  orders: {
    label: 'Orders',
    noun: ['order', 'orders'],
    required: ['order_id', 'ordered_at', 'partner_code', 'sku', 'unit_price'],
    optional: ['customer_id', 'product', 'quantity', 'currency'],
  },
  refunds: {
    label: 'Refunds',
    noun: ['refund', 'refunds'],
    required: ['refund_id', 'order_id', 'refunded_at', 'amount'],
    optional: [],
  },
}

export const allKinds = Object.keys(kinds) as ImportKind[]

/** The kind that a file's name tells, if it does. */
export function kindOf(fileName: string): ImportKind | undefined {
  return allKinds.find((kind) => fileName.toLowerCase().includes(kind.slice(0, -1)))
}

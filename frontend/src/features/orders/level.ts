/** The level that an entry of an order belongs to, which its source ends with: "order:1001/1", "refund:R7/2". */
export function levelOf(source: string): string {
  return /\/(\d+)$/.exec(source)?.[1] ?? ''
}

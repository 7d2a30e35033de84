import type { EntryRowFragment } from '../../gql/graphql'

/** The order that an entry is about: by its source, "order:1001/1", and for a refund by what the server wrote of it. */
export function orderOf({ source, description }: Pick<EntryRowFragment, 'source' | 'description'>): string | undefined {
  const [, type, id, level] = /^(order|refund):(.+)\/(\d+)$/.exec(source) ?? []
  if (type === 'order') return id
  const before = `Refund ${id} of order `
  const after = `, level ${level}`
  // Ids may hold anything, so that only what stands between the known ends is the order's.
  if (type !== 'refund' || !description.startsWith(before) || !description.endsWith(after)) return undefined
  return description.slice(before.length, -after.length) || undefined
}

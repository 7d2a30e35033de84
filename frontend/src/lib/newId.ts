/** An id that nobody else has, for a call that is safe to repeat. (randomUUID is missing where a page comes by plain HTTP.) */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

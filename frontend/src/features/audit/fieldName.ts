/** A field of the log as words: "partnerId" is Partner id, "rules.level 1" is Rules, level 1. */
export function fieldName(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`).replaceAll('.', ', ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

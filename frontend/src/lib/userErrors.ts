/** What the API says about one argument, or about the whole call. */
export interface UserError {
  message: string
  field?: string[] | null
}

export interface Problems {
  /** By the path of the argument: "rules.0.percent". */
  at: Record<string, string>
  /** What no field of the form is about. */
  rest: string[]
}

/** Sorts what is wrong to the fields of a form, which are named as the API names them, without what all are inside of. */
export function sortProblems(errors: readonly UserError[], fields: readonly string[], within = 'input'): Problems {
  const problems: Problems = { at: {}, rest: [] }
  for (const { field, message } of errors) {
    const path = field?.[0] === within ? field.slice(1) : (field ?? [])
    const name = path.join('.')
    const text = sentence(message)
    if (!fields.includes(name)) problems.rest.push(text)
    else problems.at[name] = [problems.at[name], text].filter(Boolean).join(' ')
  }
  return problems
}

/** The API writes as in the middle of a sentence. */
export function sentence(message: string): string {
  const text = message.slice(0, 1).toUpperCase() + message.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** What is wrong, one after the other. */
export function sentences(errors: readonly UserError[]): string {
  return errors.map(({ message }) => sentence(message)).join(' ')
}

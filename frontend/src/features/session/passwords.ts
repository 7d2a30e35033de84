export const minimumLength = 12

export interface NewPassword {
  password: string
  again: string
}

/** What is wrong with a new password before the server is asked, which also refuses those that everybody uses. */
export function problemsOf({ password, again }: NewPassword): Partial<NewPassword> {
  // By characters, as the server counts, not by the units of JavaScript.
  if ([...password].length < minimumLength) return { password: `Use at least ${minimumLength} characters.` }
  return password === again ? {} : { again: 'The two are not the same.' }
}

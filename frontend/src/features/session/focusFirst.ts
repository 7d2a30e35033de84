/** As a ref: whoever came to sign in can type at once. */
export function focusFirst(field: HTMLInputElement | null): void {
  field?.focus()
}

// The company's own sign-in leads away, and back to the start page: the page that was asked for waits here meanwhile.
const key = 'partnerledger:asked'

export function keepAsked(): void {
  sessionStorage.setItem(key, location.pathname + location.search)
}

/** Goes on to the page that was asked for, back from the company's own sign-in. */
export function returnToAsked(): void {
  const asked = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  // With more in the address, it did not go well.
  if (asked && location.pathname + location.search === '/') history.replaceState(null, '', asked)
}

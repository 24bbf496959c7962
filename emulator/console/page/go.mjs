/** Goes to a place of the page; the same place is drawn anew. */
export function go(hash) {
  if (location.hash === hash) dispatchEvent(new Event('hashchange'))
  else location.hash = hash
}

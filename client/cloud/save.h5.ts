/** A browser saves a file under a name. */
export function save(href: string, download: string): void {
  Object.assign(document.createElement('a'), { href, download }).click()
}

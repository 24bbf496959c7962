/** Waits until something is so; looked at again every few milliseconds, for what it is about tells nobody. */
export async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await new Promise((soon) => setTimeout(soon, 5))
}

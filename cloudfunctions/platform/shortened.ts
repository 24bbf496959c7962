/** A text of at most so many characters (not bytes); what is cut off ends in “…”. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

interface Sending {
  edit: boolean
  wait: boolean
  /** People at once; 0: one person, for whom the page is. */
  count: number
}

/** What the button will do. */
export function buttonOf({ edit, wait, count }: Sending): string {
  if (edit) return '改好了，交上去'
  if (count > 0) return wait ? `给 ${count} 人报名，报满就排队` : `给 ${count} 人报名`
  return wait ? '排队等名额' : '报名'
}

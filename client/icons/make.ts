/** `npx tsx client/icons/make.ts`: takes the pictures and signs we use out of their packages, as one stylesheet. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fluent from '@iconify-json/fluent-emoji-flat/icons.json'
import phosphor from '@iconify-json/ph/icons.json'
import { slimBody } from './slim'

/** Our name → Fluent Emoji's (MIT). */
const PICTURES = {
  training: 'seedling',
  consultation: 'leafy-green',
  dividend: 'pig-face',
  plum: 'cherries',
  pepper: 'hot-pepper',
  herb: 'herb',
  walnut: 'chestnut',
  vegetable: 'leafy-green',
  potato: 'potato',
  pig: 'pig-face',
  yak: 'ox',
  chicken: 'rooster',
  bee: 'honeybee',
  sheep: 'goat',
  other: 'seedling',
  fruit: 'grapes',
  livestock: 'cow',
  informant: 'memo',
  expert: 'open-mailbox-with-raised-flag',
  experts: 'graduation-cap',
  cooperative: 'money-bag',
  bureau: 'clipboard',
  nothing: 'basket',
} as const

/** Our name → Phosphor's (MIT). */
const SIGNS = {
  done: 'check-circle-fill',
  news: 'chat-circle-fill',
  waiting: 'clock-fill',
  urgent: 'warning-fill',
  plain: 'info-fill',
  next: 'caret-right-bold',
  place: 'map-pin-fill',
  calendar: 'calendar-dots-fill',
  teacher: 'chalkboard-teacher-fill',
  board: 'bed-fill',
  camera: 'camera-fill',
  up: 'thumbs-up-fill',
  down: 'thumbs-down-fill',
  shield: 'shield-check-fill',
  gift: 'gift-fill',
  people: 'users-three-fill',
  acting: 'user-switch-bold',
  phone: 'phone-fill',
  remove: 'x-bold',
  chosen: 'check-square-fill',
  unchosen: 'square-bold',
  again: 'arrow-clockwise-bold',
  offline: 'wifi-slash-bold',
  text: 'text-aa-bold',
  busy: 'circle-notch-bold',
  seal: 'seal-check-fill',
  person: 'user-fill',
  search: 'magnifying-glass-bold',
  code: 'qr-code-bold',
  add: 'plus-bold',
  edit: 'pencil-simple-bold',
  download: 'download-simple-bold',
  key: 'key-fill',
  home: 'house-fill',
} as const

const uri = (svg: string) =>
  `url("data:image/svg+xml,${svg.replace(/"/g, "'").replace(/[%#<>&{}]/g, encodeURIComponent)}")`
const svg = (body: string, size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${body}</svg>`

/** The body of one icon; fails where a package has no such name. */
function body(set: { icons: Record<string, { body: string }> }, name: string): string {
  const icon = set.icons[name]
  if (!icon) throw new Error(`no icon ${name}`)
  return icon.body
}

/** One rule for all names that share an icon. */
function rulesOf(names: Record<string, string>, kind: string, rule: (theirs: string) => string): string[] {
  const byIcon = new Map<string, string[]>()
  for (const [name, theirs] of Object.entries(names))
    byIcon.set(theirs, [...(byIcon.get(theirs) ?? []), `.${kind}-${name}`])
  return [...byIcon].map(([theirs, selectors]) => `${selectors.join(', ')} { ${rule(theirs)} }`)
}

// A picture is 32 units for 36 to 56 pixels: a tenth of a unit is finer than a pixel of any phone.
const pictures = rulesOf(
  PICTURES,
  'picture',
  (theirs) => `background-image: ${uri(svg(slimBody(body(fluent, theirs), 1), 32))};`,
)
// A sign is a mask, so that it takes the colour of its text; 256 units for about 30 pixels. Only the prefixed property:
// every WebView of WeChat and every browser knows it, and the picture would be there twice.
const signs = rulesOf(
  SIGNS,
  'sign',
  (theirs) =>
    `-webkit-mask-image: ${uri(svg(slimBody(body(phosphor, theirs).replace(/currentColor/g, '#000'), 0), 256))};`,
)
const names = (type: string, list: object) =>
  `export type ${type} =\n${Object.keys(list)
    .map((name) => `  | '${name}'`)
    .join('\n')}\n`
writeFileSync(
  join(__dirname, 'icons.scss'),
  `// Made by make.ts from @iconify-json/fluent-emoji-flat and @iconify-json/ph (both MIT).\n${[...pictures, ...signs].join('\n')}\n`,
)
writeFileSync(
  join(__dirname, 'names.ts'),
  `// Made by make.ts.\n${names('PictureName', PICTURES)}\n${names('SignName', SIGNS)}`,
)

import { refused } from './fault'
import { classAt, eitherCase, escapeAt, literal } from './perl-class'

type Option = 'i' | 'm' | 's' | 'x'

interface Group {
  closing: string
  start: number
  options: Set<Option>
}

const STARTS = { line: '(?:^|(?<=\\n)(?!$))', text: '^' }
const ENDS = { line: '(?=\\n|$)', text: '(?=\\n?$)', last: '$' }
const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})([?+]?)/

const unsupported = (what: string) => refused(`Regular expression is invalid: ${what} is not supported here`)

/** Is the option `i` switched inside the pattern, beyond its beginning? Then letters have to say it one by one. */
const switchesCase = (pattern: string): boolean => /\(\?[msx]*-?[msx]*i|\(\?i?[msx]*-[msx]*i/.test(pattern)

/**
 * The source, for the flag `u`, of the JavaScript expression that means what a pattern of PCRE means; MongoDB's
 * are. https://www.pcre.org/original/doc/html/pcrepattern.html
 */
export function translate(given: string, options: Iterable<string>): { source: string; folds: boolean } {
  const initial = new Set(options) as Set<Option>
  const head = /^\(\?([imsx]+)\)/.exec(given)
  for (const option of head?.[1] ?? '') initial.add(option as Option)
  const pattern = head ? given.slice(head[0].length) : given
  const manual = switchesCase(pattern)
  let current = initial
  let source = ''
  let atom = 0
  let atomics = 0
  const groups: Group[] = []
  const numbers: number[] = []
  let captured = 0
  let at = 0

  const emit = (text: string, length: number) => {
    atom = source.length
    source += text
    at += length
  }
  const atomic = (inside: string) => {
    captured++
    return `(?=(?<atomic${++atomics}>${inside}))\\k<atomic${atomics}>`
  }
  const open = (begin: string, closing: string, length: number, own = current) => {
    groups.push({ closing, start: source.length, options: current })
    current = own
    source += begin
    at += length
  }
  const capture = (begin: string, length: number) => {
    numbers.push(++captured)
    open(begin, ')', length)
  }
  const switched = (on: string, off = ''): Set<Option> => {
    const own = new Set([...current, ...on] as Option[])
    for (const option of off) own.delete(option as Option)
    return own
  }

  function group(rest: string): void {
    const comment = /^\(\?#[^)]*\)/.exec(rest)
    const look = /^\(\?(?::|=|!|<=|<!)/.exec(rest)
    const named = /^\(\?P?<([A-Za-z_]\w*)>|^\(\?'([A-Za-z_]\w*)'/.exec(rest)
    const back = /^\(\?P=(\w+)\)/.exec(rest)
    const inline = /^\(\?([imsx]*)(?:-([imsx]+))?([:)])/.exec(rest)
    if (comment) at += comment[0].length
    else if (look) open(look[0], ')', look[0].length)
    else if (named) capture(`(?<${named[1] ?? named[2]}>`, named[0].length)
    else if (back) emit(`\\k<${back[1]}>`, back[0].length)
    else if (rest.startsWith('(?>')) open('', 'atomic', 3)
    else if (inline?.[3] === ':') open('(?:', ')', inline[0].length, switched(inline[1]!, inline[2]))
    else if (inline) {
      current = switched(inline[1]!, inline[2])
      at += inline[0].length
    } else if (rest[1] === '?' || rest[1] === '*') throw unsupported(rest.slice(0, 3))
    else capture('(', 1)
  }

  function escaped(rest: string): void {
    const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest)
    const number = /^\\(?:([1-9]\d*)|g\{?([1-9]\d*)\}?)/.exec(rest)
    const name = /^\\(?:k[<{'](\w+)[>}']|g\{([A-Za-z_]\w*)\})/.exec(rest)
    const fixed: Record<string, string> = {
      A: STARTS.text,
      Z: ENDS.text,
      z: ENDS.last,
      b: '\\b',
      B: '\\B',
      R: '(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])',
      N: '[^\\n]',
      E: '',
    }
    if (quoted) {
      for (const character of quoted[1]!) emit(characterOf(character), 0)
      at += quoted[0].length
    } else if (number) {
      const group = numbers[Number(number[1] ?? number[2]) - 1]
      if (group === undefined)
        throw refused('Regular expression is invalid: reference to non-existent subpattern')
      emit(`(?:\\${group})`, number[0].length)
    } else if (name) emit(`\\k<${name[1] ?? name[2]}>`, name[0].length)
    else if (fixed[rest[1] ?? ''] !== undefined) emit(fixed[rest[1]!]!, 2)
    else if (rest.length === 1) throw refused('Regular expression is invalid: \\ at end of pattern')
    else if ('KGCX'.includes(rest[1]!)) throw unsupported(rest.slice(0, 2))
    else {
      const { inside, isNegated, length } = escapeAt(rest)
      emit(isNegated ? `[^${inside}]` : `[${inside}]`, length)
    }
  }

  const characterOf = (character: string) =>
    manual && current.has('i') ? eitherCase(character) : literal(character)

  function close(): void {
    const group = groups.pop()
    if (!group) throw refused('Regular expression is invalid: unmatched parentheses')
    if (group.closing === 'atomic') source = source.slice(0, group.start) + atomic(source.slice(group.start))
    else source += group.closing
    atom = group.start
    current = group.options
    at++
  }

  while (at < pattern.length) {
    const rest = pattern.slice(at)
    const character = String.fromCodePoint(rest.codePointAt(0)!)
    const times = QUANTIFIER.exec(rest)
    if (current.has('x') && /\s/.test(character)) at++
    else if (current.has('x') && character === '#') at += /^#[^\n]*\n?/.exec(rest)![0].length
    else if (character === '\\') escaped(rest)
    else if (character === '[') {
      const made = classAt(rest, manual && current.has('i'))
      emit(made.source, made.length)
    } else if (character === '(') group(rest)
    else if (character === ')') close()
    else if (character === '.') emit(current.has('s') ? '[^]' : '[^\\n]', 1)
    else if (character === '^') emit(current.has('m') ? STARTS.line : STARTS.text, 1)
    else if (character === '$') emit(current.has('m') ? ENDS.line : ENDS.text, 1)
    else if (character === '|') emit('|', 1)
    else if (times) {
      const repeated = times[0].slice(0, times[0].length - (times[1] ? 1 : 0))
      source += times[1] === '+' ? repeated : times[0]
      if (times[1] === '+') source = source.slice(0, atom) + atomic(source.slice(atom))
      at += times[0].length
    } else emit(characterOf(character), character.length)
  }
  if (groups.length > 0) throw refused('Regular expression is invalid: missing )')
  return { source, folds: !manual && initial.has('i') }
}

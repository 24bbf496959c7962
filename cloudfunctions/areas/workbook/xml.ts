import { SaxesParser } from 'saxes'
import { Unreadable } from './unreadable'
import type { Sink } from './unzip'

export interface Listener {
  /** An element begins; `name` without its prefix, which some programs write (x:row). */
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A sink that reads XML as it comes; entities a file defines itself are not expanded. Throws Unreadable. */
export function xmlSink(listener: Listener): Sink {
  const decoder = new TextDecoder()
  const parser = new SaxesParser({ position: false })
  parser.on('error', () => {
    throw new Unreadable('FILE_BROKEN')
  })
  if (listener.open)
    parser.on('opentag', ({ name, attributes }) =>
      listener.open?.(local(name), attributes as Record<string, string>),
    )
  if (listener.close) parser.on('closetag', ({ name }) => listener.close?.(local(name)))
  if (listener.text) {
    parser.on('text', (text) => listener.text?.(text))
    parser.on('cdata', (text) => listener.text?.(text))
  }
  return (chunk, last) => {
    parser.write(decoder.decode(chunk, { stream: !last }))
    if (last) parser.close()
  }
}

/** Excel writes control characters of a text as _x000D_, and a text that looks like that as _x005F_x000D_. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

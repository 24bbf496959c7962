import { useState } from 'react'
import type { ImportKind } from '../../../../contract/import'
import { asRefused, type Refused, useIntent } from '../../../cloud/call'
import { chooseTable } from '../../../cloud/transport'
import { uploadTable } from '../../../cloud/upload'
import { go } from '../../../go'

/** What the server takes; told before a long upload. */
const MOST_BYTES = 5 * 1024 * 1024
const TOO_BIG = '这个文件超过 5 MB，太大了。请把表格拆成几个小文件，一个一个导入。'

/** Choosing a table, sending it and having it read: how far it is, and why it was not taken. */
export interface Sending {
  /** Percent that have arrived; 100 while it is read. */
  percent?: number
  /** The file's name, and what is the matter with it. */
  refused?: { name: string; sentence: string }
}

export function useSending(kind: ImportKind) {
  const [sending, set] = useState<Sending>({})
  const preview = useIntent('import.preview')
  const send = async () => {
    const file = await chooseTable()
    if (!file) return
    const refuse = (sentence: string) => set({ refused: { name: file.name, sentence } })
    if (file.size > MOST_BYTES) return refuse(TOO_BIG)
    set({ percent: 0 })
    try {
      const fileID = await uploadTable(file.path, (percent) => set({ percent }))
      set({ percent: 100 })
      const { importId } = await preview({ kind, fileID })
      set({})
      await go(`/desk/bureau/imports/one/index?id=${importId}`)
    } catch (error) {
      refuse(sentenceOf(asRefused(error)))
    }
  }
  return { sending, send, clear: () => set({}) }
}

const sentenceOf = ({ message, fields }: Refused): string => Object.values(fields)[0] ?? message

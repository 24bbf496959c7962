import { useState } from 'react'
import { chooseDocument } from '../../cloud/transport'
import { uploadDocument } from '../../cloud/upload'
import { say } from '../../dialog'

/** What a phone downloads over a weak line within minutes. */
const MOST_BYTES = 20 * 1024 * 1024
const MOST_NAME = 40

/** Chooses a document and puts it there; tells how many percent have arrived. */
export function useDocument(add: (material: { name: string; file: string }) => void) {
  const [percent, set] = useState<number>()
  const choose = async () => {
    const chosen = await chooseDocument()
    if (!chosen) return
    if (chosen.size > MOST_BYTES) return say('这个文件超过 20 MB，农户的手机打不开。请换一个小的。')
    set(0)
    try {
      const file = await uploadDocument(chosen.path, chosen.name, set)
      add({ name: chosen.name.replace(/\.\w+$/, '').slice(0, MOST_NAME) || '资料', file })
    } finally {
      set(undefined)
    }
  }
  return { percent, choose }
}

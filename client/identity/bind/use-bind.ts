import { useState } from 'react'
import type { Output } from '../../../contract'
import { GUIDELINE } from '../../../contract/guideline'
import { useIntent } from '../../cloud/call'
import { forgetMe, rememberMe } from '../../cloud/me'
import { type Problems, problemsOf } from '../problems'
import { type Draft, missingOf } from './bind'

/** What is never kept on the phone: agreements are given anew, and the six places are nobody else's. */
export interface Said {
  agreed: boolean
  lastSix: string
  compare: boolean
}

type Outcome = 'bound' | 'asked' | undefined

/** Sends what somebody says about who they are. Answers what became of it; nothing where something is missing or wrong. */
export function useBind() {
  const [problems, setProblems] = useState<Problems>({})
  const redeem = useIntent('identity.redeem')
  const request = useIntent('identity.requestBinding')
  const match = useIntent('identity.matchBinding')

  const send = async (draft: Draft, said: Said): Promise<Outcome> => {
    const missing = missingOf(draft, said)
    setProblems(missing)
    if (Object.keys(missing).length > 0) return undefined
    const { way, code, name, phone } = draft
    const village = draft.village?.code ?? ''
    try {
      if (way === 'code') {
        rememberMe((await redeem({ code, consent: GUIDELINE })) as Output<'identity.redeem'>)
        return 'bound'
      }
      const who = { village, name, consent: GUIDELINE }
      if (way === 'match') await match({ ...who, lastSix: said.lastSix, agreed: true })
      else await request({ ...who, ...(phone.trim() ? { phone } : {}) })
      // What this phone knew of its owner lacks the request.
      forgetMe()
      return 'asked'
    } catch (error) {
      setProblems(
        problemsOf(error, ['code', 'village', 'name', 'phone', 'lastSix'], {
          CODE_WRONG: 'code',
          PERSON_BOUND: 'code',
          NO_SUCH_REGION: 'village',
          UNSAFE_TEXT: 'name',
        }),
      )
      return undefined
    }
  }
  return { problems, setProblems, send }
}

import { useEffect, useRef, useState } from 'react'
import type { ClassDetail } from '../../../contract/training'
import { asRefused } from '../../cloud/call'
import { done, say } from '../../dialog'
import { useDraft } from '../../draft'
import { goBack } from '../../go'
import { hand, useHanded } from '../../handed'
import { type Filled, ownOf, RESULTS, SEVERAL, type Several } from '../several'
import { type Faults, faultsFrom, faultsOf, type Typed, typedOf } from './answers'
import { useSend } from './use-send'

export interface For {
  classId: string
  actFor: string | undefined
  wait: boolean
  edit: boolean
  several: boolean
}

/** The form of a class's questions: what is typed is kept on the phone until the server said yes. */
export function useAnswers(training: ClassDetail | undefined, page: For) {
  const { classId, actFor, edit, several } = page
  const whose = several ? 'several' : (actFor ?? 'me')
  const [draft, change, clear] = useDraft<Filled>(`answers:${edit ? 'edit:' : ''}${classId}:${whose}`, {
    all: {},
    own: {},
  })
  const [faults, setFaults] = useState<Record<string, Faults>>({})
  useHanded<Several>(SEVERAL, (asked) => change({ asked }))
  const people = (several && draft.asked?.people) || []
  const questions = training?.questions ?? []
  const { sendOne, sendSeveral } = useSend(questions, page)

  // What was answered before is where changing it begins; a draft of an earlier change goes before it.
  const begun = useRef(false)
  useEffect(() => {
    if (!edit || begun.current || !training?.mine) return
    begun.current = true
    const { answers } = training.mine
    change((old) => (Object.keys(old.all).length > 0 ? {} : { all: typedOf(answers) }))
  })

  /** By person, and `all`, which is not asked where everybody has their own. */
  const check = (): Record<string, Faults> => {
    const own = ownOf(people, draft)
    const typed = [
      ...(people.length === 0 || own.length < people.length ? [['all', draft.all] as const] : []),
      ...own.map(({ personId, typed }) => [personId, typed] as const),
    ]
    const found = typed.map(([id, each]) => [id, faultsOf(questions, each)] as const)
    return Object.fromEntries(found.filter(([, each]) => Object.keys(each).length > 0))
  }

  const send = async () => {
    const wrong = check()
    setFaults(wrong)
    const [first] = Object.values(wrong).flatMap((each) => Object.values(each))
    // Beside the question, and aloud: it may be further up than the screen shows.
    if (first) return say(first)
    try {
      if (people.length > 0) hand(RESULTS, { classId, results: await sendSeveral(people, draft) })
      else await done(await sendOne(draft.all))
    } catch (error) {
      setFaults({ all: faultsFrom(asRefused(error).fields) })
      throw error
    }
    clear()
    await goBack()
  }

  return {
    typed: draft.all,
    own: draft.own,
    people,
    /** Those of whom there is no seat stand in line. */
    wait: page.wait || Boolean(draft.asked?.wait),
    faults,
    setAll: (all: Typed) => {
      // What was said of it is of what it was.
      setFaults({})
      change({ all })
    },
    setOwn: (personId: string, typed: Typed | undefined) => {
      setFaults({})
      change((old) => {
        const { [personId]: _, ...others } = old.own
        return { own: typed ? { ...others, [personId]: typed } : others }
      })
    },
    send,
  }
}

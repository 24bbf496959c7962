import { Jobs } from '../../acting/jobs'
import { usePages } from '../../cloud/use-load'
import { Screen } from '../../components'
import { useActing } from '../../go'

/** Somebody of the family who agreed that one acts for them. */
export default function FamilyPerson() {
  const { actFor, actName = '', query } = useActing()
  const questions = usePages('consultation.mine', {}, (output) => output.questions, actFor)
  return (
    <Screen acting={actName}>
      <Jobs name={actName} query={query} questions={questions} />
    </Screen>
  )
}

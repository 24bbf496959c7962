import { Text, View } from '@tarojs/components'
import type { Subject } from '../../../contract/consultation'
import { Picture } from '../../components'
import { SUBJECT_NAMES, SUBJECTS } from '../../words'

interface Props {
  chosen: Subject | ''
  onChoose: (subject: Subject) => void
  error?: string | undefined
}

/** What it is about, as pictures: twelve things a village knows. */
export function Subjects({ chosen, onChoose, error }: Props) {
  return (
    <View className="field">
      <Text className="field-label">问的是什么？</Text>
      <View className="subjects">
        {SUBJECTS.map((subject) => (
          <View
            key={subject}
            id={`subject-${subject}`}
            className={`subject${subject === chosen ? ' subject-chosen' : ''}`}
            hoverClass="pressed"
            onClick={() => onChoose(subject)}
          >
            <Picture name={subject} size="small" />
            <Text>{SUBJECT_NAMES[subject]}</Text>
          </View>
        ))}
      </View>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}

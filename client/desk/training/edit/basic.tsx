import { Text, View } from '@tarojs/components'
import type { Topic } from '../../../../contract/training'
import { Card, Choice, Field, GhostButton } from '../../../components'
import { go } from '../../../go'
import { useHanded } from '../../../handed'
import { keep } from '../../../storage'
import { TOPIC_NAMES } from '../../../words'
import type { Teacher } from '../form'
import { teachersPage } from '../pages'
import { SmallAct } from '../small-act'
import { KIND_NAMES } from '../words'
import type { StepProps } from './step'

/** What the class is about, and who teaches it. */
export function Basic({ form, onChange, problems, draft }: StepProps) {
  return (
    <>
      <Card>
        <View className="stack">
          <Field
            id="class-title"
            label="班名"
            hint="比如：青脆李冬季修剪"
            max={40}
            value={form.title}
            onChange={(title) => onChange({ title })}
            error={problems.title}
          />
          {draft && (
            <Choice
              label="哪一类"
              names={KIND_NAMES}
              value={form.kind}
              onChange={(kind) => onChange({ kind })}
              error={problems.kind}
            />
          )}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Choice
            label="讲哪方面"
            names={TOPIC_NAMES}
            value={form.topic}
            onChange={(topic: Topic) => onChange({ topic })}
            error={problems.topic}
          />
          <Field
            id="class-topic"
            label="再说细一点（可以不写）"
            hint="比如：冬剪"
            max={20}
            value={form.topicName}
            onChange={(topicName) => onChange({ topicName })}
            error={problems.topicName}
          />
          <Field
            id="class-about"
            label="讲什么"
            hint="讲哪些、怎么学，两三句就行"
            long
            max={1000}
            value={form.about}
            onChange={(about) => onChange({ about })}
            error={problems.about}
          />
        </View>
      </Card>
      <Teachers
        teachers={form.teachers}
        onChange={(teachers) => onChange({ teachers })}
        error={problems.teacherIds ?? problems['teacherIds.0']}
      />
    </>
  )
}

interface TeachersProps {
  teachers: readonly Teacher[]
  onChange: (teachers: Teacher[]) => void
  error: string | undefined
}

const ASKED = 'class-teachers'

function Teachers({ teachers, onChange, error }: TeachersProps) {
  useHanded<Teacher[]>(ASKED, onChange)
  const open = () => {
    keep(`teachers:${ASKED}`, teachers)
    return go(teachersPage(ASKED))
  }
  return (
    <Card>
      <View className="stack">
        <Text className="strong">老师</Text>
        {teachers.map(({ id, name, title }) => (
          <View key={id} className="head-row">
            <Text className="grow">{`${name} ${title}`}</Text>
            <SmallAct
              sign="remove"
              danger
              onPress={() => onChange(teachers.filter((each) => each.id !== id))}
            >
              去掉
            </SmallAct>
          </View>
        ))}
        {error && <Text className="field-error">{error}</Text>}
        <GhostButton sign="teacher" onPress={open}>
          {teachers.length === 0 ? '从专家名录里选老师' : '换老师、加老师'}
        </GhostButton>
      </View>
    </Card>
  )
}

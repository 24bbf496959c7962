import { Text, View } from '@tarojs/components'
import { Card, Field, GhostButton, Notice } from '../../../components'
import { moved, usualDeadlines } from '../dates'
import { MomentField } from '../moment-field'
import { SessionsEditor } from '../sessions-editor'
import { ShiftDays } from '../shift-days'
import type { StepProps } from './step'

/** When and where, what to bring, whom to call, and until when one can sign up. */
export function When({ form, onChange, problems, draft }: StepProps) {
  return (
    <>
      {draft ? (
        <>
          {form.sessions.length > 0 && <ShiftDays onShift={(by) => onChange(moved(form, by))} />}
          <SessionsEditor
            sessions={form.sessions}
            onChange={(sessions) => onChange({ sessions })}
            problems={problems}
          />
          <Deadlines form={form} onChange={onChange} problems={problems} draft />
        </>
      ) : (
        <Notice kind="plain">已经发布了。上课的时间、地点请在这个班的“改时间地点”里改，会通知大家。</Notice>
      )}
      <Card>
        <View className="stack">
          <Field
            id="class-meet"
            label="怎么去、在哪里集合"
            hint="比如：早上 8:30 在村委会坐车"
            max={100}
            value={form.meet}
            onChange={(meet) => onChange({ meet })}
            error={problems.meet}
          />
          <Field
            id="class-bring"
            label="要带什么"
            hint="比如：带身份证、穿胶鞋"
            max={100}
            value={form.bring}
            onChange={(bring) => onChange({ bring })}
            error={problems.bring}
          />
          <Field
            id="class-costs"
            label="收不收费、管不管饭"
            hint="比如：不收费，管午饭"
            max={60}
            value={form.costs}
            onChange={(costs) => onChange({ costs })}
            error={problems.costs}
          />
          <Field
            id="class-contact"
            label="有事打哪个电话（办公室的）"
            hint="只写数字和横线"
            max={20}
            value={form.contact}
            onChange={(contact) => onChange({ contact })}
            error={problems.contact}
          />
        </View>
      </Card>
    </>
  )
}

function Deadlines({ form, onChange, problems }: StepProps) {
  const usual = usualDeadlines(form.sessions)
  return (
    <Card>
      <View className="stack">
        <Text className="strong">截止时间</Text>
        {usual && (
          <GhostButton onPress={() => onChange(usual)}>照平常的填：前两天停报名，前一天停取消</GhostButton>
        )}
        <MomentField
          id="sign-up-closes"
          label="报名到哪天为止"
          value={form.signUpCloses}
          onChange={(signUpCloses) => onChange({ signUpCloses })}
          error={problems.signUpClosesAt}
        />
        <MomentField
          id="cancel-closes"
          label="取消到哪天为止"
          value={form.cancelCloses}
          onChange={(cancelCloses) => onChange({ cancelCloses })}
          error={problems.cancelClosesAt}
        />
      </View>
    </Card>
  )
}

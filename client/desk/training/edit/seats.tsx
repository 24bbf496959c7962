import { View } from '@tarojs/components'
import { Card, Check, Choice, Field } from '../../../components'
import { QuotaFields } from '../quota-fields'
import { RULE_NAMES } from '../words'
import type { StepProps } from './step'

/** How many can come, whether somebody decides about each, and who follows when a seat is given up. */
export function SeatsStep({ form, onChange, problems }: StepProps) {
  return (
    <>
      <QuotaFields form={form} onChange={onChange} problems={problems} />
      <Card>
        <View className="stack">
          <Check on={form.approval} onChange={(approval) => onChange({ approval })} note="不勾，报上就算数">
            报名要我们审核
          </Check>
          <Choice
            label="报满了以后"
            names={RULE_NAMES}
            value={form.waitlist}
            onChange={(waitlist) => onChange({ waitlist })}
            error={problems.waitlist}
          />
          {form.waitlist !== 'none' && (
            <Field
              id="claim-hours"
              label="空出来的名额，给轮到的人留几个工作小时"
              hint="8 就是一个工作日"
              max={2}
              value={form.claimHours}
              onChange={(claimHours) => onChange({ claimHours })}
              error={problems.claimHours}
            />
          )}
        </View>
      </Card>
    </>
  )
}

import { Text, View } from '@tarojs/components'
import { Card, Field, GhostButton, PhotoPicker, type usePhotos } from '../../../components'
import { SmallAct } from '../small-act'
import { useDocument } from '../use-document'
import type { StepProps } from './step'

const MOST = 10

/** A cover everybody sees once WeChat has looked at it, and documents for who is in the class. */
export function Files({
  form: { materials },
  onChange,
  problems,
  photos,
}: StepProps & { photos: ReturnType<typeof usePhotos> }) {
  const { percent, choose } = useDocument((material) =>
    // As it is by then: a large file arrives long after the screen was drawn.
    onChange((old) => ({ materials: [...(old.materials ?? materials), material] })),
  )
  const rename = (n: number, name: string) =>
    onChange({ materials: materials.map((each, at) => (at === n ? { ...each, name } : each)) })
  return (
    <>
      <Card>
        <View className="stack">
          <Text className="strong">封面</Text>
          <Text className="quiet">微信查过没有问题，大家才看得到。</Text>
          <PhotoPicker of={photos} max={1} error={problems.cover}>
            选一张照片做封面
          </PhotoPicker>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Text className="strong">资料</Text>
          <Text className="quiet">报上名的人能打开看。PDF、Word、Excel、PPT、图片都行。</Text>
          {materials.map(({ name, file }, n) => (
            <View key={file} className="material">
              <View className="grow">
                <Field
                  id={`material-${n}`}
                  max={40}
                  value={name}
                  onChange={(words) => rename(n, words)}
                  error={problems[`materials.${n}.name`] ?? problems[`materials.${n}.file`]}
                />
              </View>
              <SmallAct
                sign="remove"
                danger
                onPress={() => onChange({ materials: materials.filter((_, at) => at !== n) })}
              >
                去掉
              </SmallAct>
            </View>
          ))}
          {percent !== undefined && <Text className="quiet">{`正在传 ${percent}%`}</Text>}
          {materials.length < MOST && (
            <GhostButton sign="add" onPress={choose}>
              加一份资料
            </GhostButton>
          )}
        </View>
      </Card>
    </>
  )
}

import Taro from '@tarojs/taro'
import type { PhoneEdge } from './phone-type'
import { unlessRefused } from './unless-refused'

export const openSettings: PhoneEdge['openSettings'] = () => Taro.openSetting()

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000)

export const addToCalendar: PhoneEdge['addToCalendar'] = ({ title, startsAt, endsAt, place, notes }) =>
  unlessRefused(
    Taro.addPhoneCalendar({
      title,
      startTime: seconds(startsAt),
      endTime: String(seconds(endsAt)),
      location: place,
      description: notes,
      alarm: true,
      // The evening before, when one packs one's things.
      alarmOffset: 14 * 3600,
    }),
  )

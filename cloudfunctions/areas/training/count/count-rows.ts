import type { Parsed } from '../../../../contract'
import { isWithin } from '../../../../contract/regions'
import { dayOf, startOfDay } from '../../../../contract/time'
import { recordLook } from '../../../platform/audit'
import { collection, command, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { fromCursor, page } from '../../../platform/paging'
import { Refused } from '../../../platform/refusal'
import type { EnrolmentDocument } from '../documents'
import { regionFor } from './scope'
import { householdList, listOf, topicList } from './tally'

const ROWS = 50

/** Two round trips: a page of one range of one index, and the record that somebody looked. */
export const countRows: Handler<'training.countRows'> = async (input, context) => {
  const region = regionFor(context, input.region)
  const { list, from, until } = behind(input, region)
  const after = input.cursor === undefined ? undefined : fromCursor(input.cursor)
  const range = { countedIn: list, startsAt: command.gte(from).and(command.lt(until)) }
  const where = after
    ? command.and([
        range,
        command.or([
          { startsAt: command.lt(after.value) },
          { startsAt: after.value, _id: command.lt(after.id) },
        ]),
      ] as object[])
    : range
  const query = collection('enrolments')
    .where(where as object)
    .orderBy('startsAt', 'desc')
    .orderBy('_id', 'desc')
  const [found] = await Promise.all([
    rows<EnrolmentDocument>(query.limit(ROWS + 1)),
    recordLook(context, { kind: 'region', id: region, name: region, place: region }),
  ])
  const shown = page(found, ROWS, ({ startsAt, _id }) => ({ value: startsAt, id: _id }))
  return {
    rows: shown.rows.map((row) => ({
      personId: row.personId,
      name: row.personName,
      villageName: row.villageName ?? '',
      classId: row.classId,
      title: row.title,
      topic: row.topic,
      day: dayOf(row.startsAt),
    })),
    next: shown.next,
  }
}

/** The list that a number counts, and the time it is of. */
function behind({ year, by, key }: Parsed<'training.countRows'>, region: string) {
  const whole = {
    list: listOf(region),
    from: startOfDay(`${year}-01-01`),
    until: startOfDay(`${year + 1}-01-01`),
  }
  if (key === undefined) return whole
  if (by === 'topic') return { ...whole, list: topicList(region, key) }
  if (by === 'household') return { ...whole, list: householdList(region, key) }
  if (by !== 'month') {
    if (!isWithin(region, key)) throw new Refused('NOT_FOUND')
    return { ...whole, list: listOf(key) }
  }
  const [, of, month] = /^(\d{4})-(\d{2})$/.exec(key) ?? []
  if (Number(of) !== year) throw new Refused('NOT_FOUND')
  const next =
    Number(month) === 12 ? `${year + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`
  return { ...whole, from: startOfDay(`${key}-01`), until: startOfDay(`${next}-01`) }
}

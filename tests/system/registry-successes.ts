import type { OperationName } from '../../contract'
import type { Success } from './successes'

const bureau = { openid: 'demo-bureau' }
const VILLAGE = '519921100200'
type Ours = Exclude<Extract<OperationName, `registry.${string}` | `expert.${string}`>, 'registry.people'>

/** The registry's and the directory's part of SUCCESSES. */
export const REGISTRY_SUCCESSES: { [N in Ours]: Success<N> } = {
  'registry.search': { ...bureau, input: () => ({ kind: 'person', words: 'wxy' }) },
  'registry.person': { ...bureau, input: () => ({ personId: 'person-1-1' }) },
  'registry.savePerson': {
    ...bureau,
    input: () => ({ name: '何新来', birthYear: 1990, householdId: 'household-20', relation: '子女' }),
  },
  'registry.archivePerson': {
    ...bureau,
    input: (before) => ({ ...added(before['registry.savePerson']), reason: '录错了' }),
  },
  'registry.restorePerson': {
    ...bureau,
    input: (before) => ({ personId: added(before['registry.savePerson']).personId }),
  },
  'registry.mergePeople': {
    ...bureau,
    input: (before) => ({
      keep: 'person-20-2',
      drop: added(before['registry.savePerson']).personId,
      reason: '录重了',
    }),
  },
  'registry.household': { openid: 'demo-informant', input: () => ({ householdId: 'household-1' }) },
  'registry.saveHousehold': {
    ...bureau,
    input: () => ({ village: VILLAGE, head: { name: '何新户', birthYear: 1980 }, address: '3 组' }),
  },
  'registry.moveHousehold': {
    ...bureau,
    each: 4,
    input: () => ({ householdId: 'household-21', version: 0, village: VILLAGE }),
  },
  'registry.changeHead': {
    ...bureau,
    each: 3,
    input: () => ({ householdId: 'household-22', version: 0, newHead: 'person-22-2', reason: 'death' }),
  },
  'registry.divideHousehold': {
    ...bureau,
    each: 2,
    input: () => ({
      householdId: 'household-23',
      version: 0,
      members: ['person-23-3', 'person-23-4'],
      newHead: 'person-23-3',
    }),
  },
  'registry.archiveHousehold': {
    ...bureau,
    input: async (before, cloud) => {
      const { householdId = '' } = before['registry.saveHousehold'] ?? {}
      const [head] = (await cloud.must('demo-bureau', 'registry.household', { householdId })).members
      await cloud.must('demo-bureau', 'registry.archivePerson', {
        ...{ personId: head?.personId ?? '', version: 1, reason: '搬走了' },
      })
      const { version } = await cloud.must('demo-bureau', 'registry.household', { householdId })
      return { householdId, version, reason: '搬走了' }
    },
  },
  'registry.regions': { openid: 'demo-visitor', input: () => ({}) },
  'registry.saveRegion': { ...bureau, input: () => ({ code: '519921100299', name: '新桥村' }) },
  'registry.archiveRegion': { ...bureau, input: () => ({ code: '519921100299', reason: '并村' }) },
  'registry.organisations': { ...bureau, input: () => ({}) },
  'registry.saveOrganisation': {
    ...bureau,
    input: () => ({ name: '高坪核桃合作社', kind: 'cooperative', region: '519921107' }),
  },
  'registry.archiveOrganisation': {
    ...bureau,
    input: (before) => ({
      organisationId: before['registry.saveOrganisation']?.organisationId ?? '',
      version: 1,
      reason: '注销了',
    }),
  },
  'expert.list': { openid: 'demo-villager', input: () => ({ crop: 'plum', township: '519921100' }) },
  'expert.get': { openid: 'demo-expert', input: () => ({ expertId: 'expert-1' }) },
  'expert.save': {
    ...bureau,
    input: () => ({
      ...{ personId: 'person-informant-2', title: '土专家', fields: ['livestock'], crops: ['bee'] },
      ...{ townships: ['519921101'], taking: true, maxOpen: 5 },
    }),
  },
  'expert.setMine': {
    openid: 'demo-expert',
    input: () => ({
      introduction: '李子、花椒都可以问。',
      leave: { from: '2099-01-01', until: '2099-01-07' },
      ...{ maxOpen: 20, taking: true, phone: '19900010001' },
    }),
  },
}

const added = (of: { personId: string; version: number } | undefined) =>
  of ?? { personId: 'nobody was added', version: 0 }

import type { CertificateDocument } from '../../cloudfunctions/areas/training/certificate/documents'
import type { EnrolmentDocument } from '../../cloudfunctions/areas/training/documents'
import { begunWith, changed } from './certificate-class'
import { type Cloud, startCloud } from './cloud'
import { type Line, startLine } from './line'
import { desk } from './training-desk'

let cloud: Cloud
let line: Line
/** Moves the database's clock on, past the 30 seconds a transaction may live. */
let later = 0
beforeAll(async () => {
  cloud = await startCloud({ now: () => Date.now() + later })
  line = await startLine(cloud)
})
afterAll(async () => {
  await line.close()
  await cloud.close()
})

/** Over, with two who came and have no certificate yet. */
function plant(): string {
  const classId = begunWith(cloud, {
    'person-40-1': 'attended',
    'person-41-1': 'attended',
    'person-42-1': 'absent',
  })
  changed(cloud, 'classes', classId, { state: 'finished', toCertify: new Date().toISOString() })
  return classId
}
const certificatesOf = (classId: string) =>
  cloud.emulator.store.find('certificates', { classId }) as unknown as CertificateDocument[]

/** What must hold at any moment: a row names a certificate where there is one, and its person has been told. */
function expectSound(classId: string): void {
  const certificates = certificatesOf(classId)
  const named = desk(cloud)
    .rowsOf(classId)
    .flatMap(({ personId, certificate }: EnrolmentDocument) =>
      certificate ? [`${personId} ${certificate}`] : [],
    )
  expect(certificates.map(({ personId, _id }) => `${personId} ${_id}`).sort()).toEqual(named.sort())
  for (const { _id, personId } of certificates)
    expect(
      cloud.emulator.store.find('notifications', { _id: `certificate:${_id}:${personId}` }),
    ).toHaveLength(1)
}

function expectDone(classId: string): void {
  expectSound(classId)
  expect(
    certificatesOf(classId)
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual(['person-40-1', 'person-41-1'])
  expect(desk(cloud).classOf(classId).toCertify).toBeUndefined()
}

test('issuing that is killed after any exchange goes on with the next run; nobody has two, nobody is told twice', async () => {
  line.decide(() => undefined)
  const whole = plant()
  await line.timer()
  expectDone(whole)
  const deaths = line.deaths()
  expect(deaths.length).toBeGreaterThan(6)
  for (const last of deaths) {
    const classId = plant()
    line.decide((n) => (n === last ? 'killed' : undefined))
    await line.timer()
    expectSound(classId)
    line.decide(() => undefined)
    later += 31_000
    await cloud.timer()
    expectDone(classId)
  }
}, 600_000)

test('two runs at once give each one certificate', async () => {
  line.decide(() => undefined)
  const classId = plant()
  await Promise.all([line.timer(), cloud.timer()])
  await cloud.timer()
  expectDone(classId)
})

test('who is ticked while jobs looks is not left out', async () => {
  const classId = plant()
  let ticked = false
  // As the mark is about to be taken off, somebody else is found to have been there.
  line.decide(() => {
    const all = certificatesOf(classId).length === 2
    if (all && !ticked) {
      ticked = true
      changed(cloud, 'enrolments', `${classId}:person-42-1`, { state: 'attended' })
      changed(cloud, 'classes', classId, { toCertify: new Date(Date.now() + 1).toISOString() })
    }
    return undefined
  })
  await line.timer()
  line.decide(() => undefined)
  expect(ticked).toBe(true)
  await cloud.timer()
  expect(certificatesOf(classId)).toHaveLength(3)
  expectSound(classId)
})

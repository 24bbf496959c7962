import { type Cloud, startCloud } from '../tests/system/cloud'
import { lookUp, lookups, plantCrowd } from '../tests/system/registry-crowd'
import type { Found, Line, Measurement } from './line'
import { median } from './statistics'

const FEW = 1000
const MANY = 1_000_000
const TIMES = 15

type Looked = Awaited<ReturnType<typeof lookUp>>

/** Every lookup several times over so many people; what the database took, by its own record. */
async function lookAll(people: number): Promise<Map<string, { looked: Looked; ms: number }>> {
  const cloud: Cloud = await startCloud()
  try {
    plantCrowd(cloud, people)
    const found = new Map<string, { looked: Looked; ms: number }>()
    for (const lookup of lookups(people)) {
      const all: Looked[] = []
      for (let n = 0; n < TIMES; n++) all.push(await lookUp(cloud, lookup))
      found.set(lookup.name, { looked: all[0] as Looked, ms: median(all.map(({ ms }) => ms)) })
    }
    return found
  } finally {
    await cloud.close()
  }
}

/** The registry's searches and lists over a million people: what is scanned for each that is handed back. */
export const registry: Measurement = {
  name: 'registry',
  title: `The registry of ${MANY.toLocaleString('en')} people: documents scanned ÷ handed back`,
  async measure(): Promise<Found> {
    const few = await lookAll(FEW)
    const many = await lookAll(MANY)
    const lines = [...many].flatMap(([name, { looked, ms }]): Line[] => {
      const before = few.get(name)
      return [
        {
          name,
          value: looked.scanned / Math.max(1, looked.returned),
          target: { most: 1.1 },
          note: `${looked.scanned} scanned, ${looked.returned} handed back; ${(ms / (before?.ms || ms)).toFixed(1)} times as long as among ${FEW.toLocaleString('en')}`,
        },
      ]
    })
    return {
      lines,
      notes: [
        'Times are medians of what the local cloud took for the exchange; what is returned may differ.',
      ],
    }
  },
}

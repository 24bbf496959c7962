import type { OperationName } from '../../contract'
import { type Cloud, startCloud } from '../system/cloud'
import { BUILD_PATIENCE, ourBundle } from './our-bundle'
import { emulatorEdge } from './phone/edge'
import type { Edge } from './phone/logic/types'
import { makePhone, type Phone } from './phone/phone'
import { classesOf, nodesMeant, textOf, upward, type ViewNode } from './phone/tree'

export interface Sent {
  operation: OperationName
  requestId: string
  input: unknown
  actFor?: string
}

/** What a phone has sent to the cloud so far, in order. */
export const sent = (phone: Phone): Sent[] => phone.state.cloudCalls.map(({ data }) => data as Sent)

/**
 * An upload needs to know whose it is, a grant is told in the background, an import goes on by itself: none of them is an
 * action's call.
 */
export const BESIDE: OperationName[] = ['identity.me', 'notification.recordGrant', 'import.proceed']

/** Answers the next question of a dialog with yes. */
export const saysYes = async (phone: Phone) => phone.state.modalAnswers.push(true)

/** The operations a phone calls while something is done. */
export async function callsOf(phone: Phone, work: () => Promise<unknown>): Promise<OperationName[]> {
  const before = phone.state.cloudCalls.length
  await work()
  return sent(phone)
    .slice(before)
    .map(({ operation }) => operation)
    .filter((operation) => !BESIDE.includes(operation))
}

/** A part of the page within the card that bears some words: a tap's target where several cards say the same. */
export function inCard(phone: Phone, card: string, words: string): ViewNode {
  const cards = phone
    .find(card)
    .flatMap((node) => upward(node).find((each) => classesOf(each).includes('card')) ?? [])
  const found = cards.flatMap((each) => nodesMeant(each, words))
  if (!found[0])
    throw new Error(`no “${words}” in a card with “${card}”: ${cards.map(textOf).join(' / ') || 'no card'}`)
  return found[0]
}

const phones: Phone[] = []

/** A phone of a persona, in a cloud of the test. */
export function phoneOf(dist: string, cloud: Cloud, openid: string, edge: Partial<Edge> = {}): Phone {
  const phone = makePhone({ dist, emulatorUrl: cloud.emulator.url, openid, edge })
  phones.push(phone)
  return phone
}

/** For `afterEach`: the phones are put away. Answers what they complained of, which is nothing. */
export const putAway = (): string[] =>
  phones.splice(0).flatMap((phone) => {
    phone.off()
    return phone.errors
  })

/** The cloud, too busy for the first calls of an operation. */
export function busyEdge(
  cloud: Cloud,
  openid: string,
  operation: OperationName,
  times: number,
): Partial<Edge> {
  const { call } = emulatorEdge(cloud.emulator.url, openid)
  let left = times
  return {
    call: async (name, data) => {
      if ((data as Sent).operation !== operation || left-- <= 0) return call(name, data)
      return { error: { code: -501001, message: 'resource system error' } }
    },
  }
}

/** The cloud does what the first call of an operation asks, and its answer is lost on the way. */
export function deafEdge(cloud: Cloud, openid: string, operation: OperationName): Partial<Edge> {
  const { call } = emulatorEdge(cloud.emulator.url, openid)
  let lost = false
  return {
    call: async (name, data) => {
      const answer = await call(name, data)
      if (lost || (data as Sent).operation !== operation) return answer
      lost = true
      throw new Error('the line broke')
    },
  }
}

/** WeChat's service messages that arrived on somebody's phone. */
export async function messagesOf(cloud: Cloud, openid: string): Promise<{ page?: string }[]> {
  const response = await fetch(`${cloud.emulator.url}/wechat/messages?openid=${openid}`)
  return (await response.json()) as { page?: string }[]
}

export interface Journey {
  /** The folder of our bundle. */
  dist: string
  cloud: Cloud
  /** A phone of a persona. */
  phone(openid: string, edge?: Partial<Edge>): Phone
}

/** For a file of journeys, at its top: our bundle and a cloud of the file's own. After each test no phone may have complained. */
export function journey(): Journey {
  const here = {
    phone: (openid: string, edge: Partial<Edge> = {}) => phoneOf(here.dist, here.cloud, openid, edge),
  } as Journey
  beforeAll(async () => {
    here.dist = await ourBundle()
    here.cloud = await startCloud()
  }, BUILD_PATIENCE)
  afterAll(() => here.cloud?.close())
  afterEach(() => expect(putAway()).toEqual([]))
  return here
}

import * as z from 'zod'
import { cursor, day, fen, fileID, id, instant, text } from './fields'
import { operation } from './operation'

/** The three yearly items of a rearing contract. */
export const ITEM_KINDS = ['dividend', 'insurance', 'gift'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]
export const ITEM_NAMES: Record<ItemKind, string> = {
  dividend: '分红',
  insurance: '意外保险',
  gift: '年底慰问品',
}

/** due: the co-op owes it; confirmed: it says it gave it; disputed: the household says it did not arrive. */
export const ITEM_STATES = ['due', 'confirmed', 'disputed'] as const

/** What happens to an item, each time as a new entry of its ledger. */
export const ENTRY_TYPES = ['confirm', 'reverse', 'dispute'] as const

export const METHODS = ['card', 'transfer', 'cash'] as const
export const METHOD_NAMES: Record<(typeof METHODS)[number], string> = {
  card: '一卡通',
  transfer: '银行转账',
  cash: '现金',
}

const photos = (min: number) => z.array(fileID).min(min, '请拍一张收据照片').max(3, '最多 3 张照片')

/** What proves an item, by its kind. Photos are receipts; one may serve several items. */
export const evidence = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dividend'),
    paidOn: day,
    method: z.enum(METHODS, '请选怎么给的'),
    photos: photos(1),
  }),
  z.strictObject({
    kind: z.literal('insurance'),
    boughtOn: day,
    policyNumber: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{6,32}$/, '保单号是 6 到 32 位字母数字，请照着保单填'),
    photos: photos(0).default([]),
  }),
  z.strictObject({
    kind: z.literal('gift'),
    givenOn: day,
    what: text(60, 2, '请写给了什么，例如：大米 20 斤、菜油 1 桶'),
    photos: photos(0).default([]),
  }),
])
export type Evidence = z.infer<typeof evidence>

const confirmation = z.object({
  on: day,
  /** "一卡通", a policy number, what was given. */
  how: z.string(),
  at: instant,
  /** Addresses of the receipts the caller may see. */
  photos: z.array(z.string()),
  /** Receipts that still wait for WeChat's verdict and are not among `photos`. */
  photosChecking: z.int(),
})

export const item = z.object({
  id,
  kind: z.enum(ITEM_KINDS),
  /** Contract year, from 1. */
  year: z.int(),
  dueOn: day,
  /** What it is worth: the dividend or the premium; 0 for a gift. */
  amountFen: fen,
  state: z.enum(ITEM_STATES),
  overdue: z.boolean(),
  confirmation: confirmation.optional(),
  /** What the household said, when disputed. */
  dispute: z.object({ at: instant, text: z.string() }).optional(),
})
export type Item = z.infer<typeof item>

/** My household's contract: what was put in, each year's items, what is next. Absent contract: not in the scheme. */
export const mine = operation({
  name: 'dividend.mine',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: false,
  actsFor: true,
  input: z.strictObject({}),
  output: z.object({
    contract: z
      .object({
        id,
        number: z.string(),
        cooperativeName: z.string(),
        companyName: z.string(),
        /** "能繁母猪 1 头、仔猪 8 头" */
        animals: z.string(),
        principalFen: fen,
        annualFen: fen,
        coverFen: fen,
        startsOn: day,
        endsOn: day,
        /** Days left in the term; 0 once it has ended. */
        daysLeft: z.int(),
        receivedFen: fen,
        years: z.array(z.object({ year: z.int(), items: z.array(item) })),
        /** The next thing that is due to me. */
        next: item.optional(),
      })
      .optional(),
  }),
  errors: [],
})

const household = z.object({
  contractId: id,
  cooperativeName: z.string(),
  headName: z.string(),
  villageName: z.string(),
  items: z.array(item),
})

/** What a co-op owes in one calendar year (this one unless told); the bureau sees every co-op of its region. */
export const due = operation({
  name: 'dividend.due',
  function: 'api',
  by: { cooperative: 'scope', bureau: 'scope' },
  writes: false,
  actsFor: false,
  input: z.strictObject({
    year: z.int().min(2000).max(2100).optional(),
    /** Only items that stand so, and households that have one; all, where it is absent. Totals stay over everything. */
    state: z.enum(ITEM_STATES).optional(),
    cursor: cursor.optional(),
  }),
  output: z.object({
    year: z.int(),
    /**
     * Over everything, not over this page. Money counts dividends; dueFen = paidFen + outstandingFen, and what a
     * household says did not arrive is outstanding.
     */
    totals: z.object({
      dueFen: fen,
      paidFen: fen,
      outstandingFen: fen,
      items: z.record(z.enum(ITEM_STATES), z.int()),
    }),
    households: z.array(household),
    /** Whether the caller may confirm, or only look. */
    mayConfirm: z.boolean(),
    next: cursor.optional(),
  }),
  errors: [],
})

const ledgerLine = z.object({
  type: z.enum(ENTRY_TYPES),
  at: instant,
  /** Name of who did it. */
  by: z.string(),
  /** Day and manner of a confirmation. */
  on: day.optional(),
  how: z.string().optional(),
  /** Why it was reversed; what the household said. */
  reason: z.string().optional(),
})

/** One item with everything that ever happened to it, oldest first; for its co-op, and the bureau of its region. */
export const get = operation({
  name: 'dividend.get',
  function: 'api',
  by: { cooperative: 'scope', bureau: 'scope' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ itemId: id }),
  output: z.object({
    item,
    contractId: id,
    headName: z.string(),
    villageName: z.string(),
    cooperativeName: z.string(),
    ledger: z.array(ledgerLine),
    /** Whether the caller may confirm and reverse, or only look. */
    mayConfirm: z.boolean(),
  }),
  errors: [],
})

const itemResult = z.discriminatedUnion('done', [
  z.object({ itemId: id, done: z.literal(true) }),
  z.object({
    itemId: id,
    done: z.literal(false),
    error: z.object({ code: z.string(), message: z.string() }),
  }),
])

/** Confirms 1 to 50 items, each with its own evidence and its own result. What is confirmed is never altered. */
export const confirm = operation({
  name: 'dividend.confirm',
  function: 'api',
  by: { cooperative: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({
    items: z
      .array(z.strictObject({ itemId: id, evidence }))
      .min(1, '请先选要确认的')
      .max(50, '一次最多确认 50 项')
      .refine((items) => new Set(items.map((each) => each.itemId)).size === items.length, '同一项选了两次'),
  }),
  output: z.object({ results: z.array(itemResult) }),
  errors: [
    'ITEM_CONFIRMED',
    'WRONG_EVIDENCE',
    'PAID_IN_FUTURE',
    'OWN_MONEY',
    'FILE_NOT_YOURS',
    'UNSAFE_TEXT',
  ],
})

/** Takes a confirmation back by a new entry that says why; the item is due again and the household is told. */
export const reverse = operation({
  name: 'dividend.reverse',
  function: 'api',
  by: { cooperative: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({ itemId: id, reason: text(200, 4, '请写清楚为什么冲正，至少 4 个字') }),
  output: z.object({ itemId: id }),
  errors: ['ITEM_NOT_CONFIRMED', 'OWN_MONEY', 'UNSAFE_TEXT'],
})

/** The household says a confirmed item did not arrive; the co-op is told. */
export const dispute = operation({
  name: 'dividend.dispute',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: true,
  actsFor: true,
  input: z.strictObject({ itemId: id, text: text(200).default('') }),
  output: z.object({ itemId: id }),
  errors: ['ITEM_NOT_CONFIRMED', 'ITEM_DISPUTED', 'UNSAFE_TEXT'],
})

import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import QR from 'qrcode'
import { FONT_SOURCE, unpackFont } from '../../../../scripts/fonts'
import { readPdf } from '../../../../tests/fixtures/pdf'
import { type Drawn, drawCertificate } from './draw'

const font = unpackFont(readFileSync(FONT_SOURCE))
let picture: Buffer
beforeAll(async () => {
  picture = await QR.toBuffer('482177309153')
})

const drawn = (some: Partial<Drawn>): Promise<Buffer> =>
  drawCertificate(
    {
      name: '王秀英',
      title: '农村科技明白人培训班',
      kind: 'class',
      from: '2026-05-12',
      until: '2026-05-15',
      days: 4,
      place: '农业大学都江堰校区',
      number: '482177309153',
      organiser: '云岭县科技局',
      issuedOn: '2026-05-16',
      picture,
      ...some,
    },
    font,
  )

/** Of the glyphs that are drawn, those without an outline: a box or nothing at all. Spaces are meant to have none. */
function empty({ fonts, glyphs }: ReturnType<typeof readPdf>): number {
  const embedded = fontkit.create(fonts[0]!) as fontkit.Font
  return [...glyphs].filter((glyph) => glyph !== 0 && embedded.getGlyph(glyph).path.commands.length === 0)
    .length
}

test('a certificate is one page on its side, with everything it says as text, and the code', async () => {
  const pdf = readPdf(await drawn({}))
  expect(pdf).toMatchObject({ size: { width: 842, height: 595 }, pages: 1, images: 1 })
  const text = pdf.text.replace(/\s/g, '')
  for (const part of [
    '结业证书',
    '王秀英同志：',
    '于2026年5月12日至15日在农业大学都江堰校区参加“农村科技明白人培训班”学习，共4天。准予结业，特发此证。',
    '482177309153',
    '云岭县科技局',
    '2026年5月16日',
  ])
    expect(text).toContain(part)
})

test.each(['𬭎䶮', '堃㛃', '欧阳𬭎', '阿依古丽·买买提江·阿卜杜拉·阿不都热西提·吾斯曼', '王𪚥英', '䶮 堃'])(
  'the name %s is drawn with a glyph for each character',
  async (name) => {
    const pdf = readPdf(await drawn({ name }))
    expect(pdf.text.replace(/\s/g, '')).toContain(`${name.replace(/\s/g, '')}同志：`)
    expect(pdf.glyphs.has(0)).toBe(false)
    // The two spaces, wide and narrow.
    expect(empty(pdf)).toBeLessThanOrEqual(2)
    expect(pdf.text).not.toContain('字库')
  },
)

test('a character that no font has becomes a line to write on, and the certificate says so', async () => {
  // One that came into Unicode in 2023, and a form of 葛 the font knows only without its variant.
  const pdf = readPdf(await drawn({ name: '王\u{2EBF1}葛\u{E0100}' }))
  expect(pdf.text.replace(/\s/g, '')).toContain('王＿葛同志：')
  expect(pdf.text).toContain('姓名中横线处的字，字库里还没有，请用笔写上。')
  expect(pdf.glyphs.has(0)).toBe(false)
})

test('whatever a class is called, nothing is drawn beyond the frame', async () => {
  const pdf = readPdf(await drawn({ title: '青'.repeat(40), place: '村'.repeat(40), name: '阿'.repeat(60) }))
  expect(pdf.pages).toBe(1)
  expect(pdf.text.match(/青/g)).toHaveLength(40)
})

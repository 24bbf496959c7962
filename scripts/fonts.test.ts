import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fontkit from 'fontkit'
import { copyFont } from './fonts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'font-'))
  copyFont(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the font has an outline for each of the 8105 characters of 通用规范汉字表, and for what names are written with beside', () => {
  const font = fontkit.create(readFileSync(join(folder, 'certificate.ttf'))) as fontkit.Font
  const characters = [...readFileSync('tests/fixtures/characters-8105.txt', 'utf8').replace(/\s/g, '')]
  expect(new Set(characters).size).toBe(8105)
  const missing = [...characters, ...'·•＿“”（）〇'].filter(
    (character) => font.glyphForCodePoint(character.codePointAt(0)!).path.commands.length === 0,
  )
  expect(missing).toEqual([])
})

test('its licence lies beside it', () => {
  expect(readFileSync(join(folder, 'OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
})

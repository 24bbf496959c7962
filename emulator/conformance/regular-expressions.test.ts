import { type Cloud, openCloud } from './cloud'
import { command as _, db, finds, refusal, withCloud } from './table'

withCloud()
const DOCS =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.RegExp.html'
const PCRE = 'https://www.pcre.org/original/doc/html/pcrepattern.html'

const texts = (...all: unknown[]) => all.map((a) => ({ a }))
const by = (regexp: string, options?: string) => () => ({ a: db.RegExp({ regexp, options }) })

finds('options', DOCS, [
  ['i', texts('ABC', 'abc', 'x'), by('^ab', 'i'), [0, 1]],
  ['m: each line has a beginning', texts('x\nab', 'ab', 'xab'), by('^ab', 'm'), [0, 1]],
  ['m: and an end', texts('ab\nx', 'abx'), by('ab$', 'm'), [0]],
  ['m: only \\n ends a line', texts('x\rab', 'x\nab'), by('^ab', 'm'), [1]],
  ['s: a point is a newline too', texts('a\nb', 'a b', 'ab'), by('a.b', 's'), [0, 1]],
  ['without s only \\n is not a point', texts('a\nb', 'a\rb', 'a\u2028b'), by('a.b'), [1, 2]],
  ['x: spaces and comments say nothing', texts('abc', 'a bc'), by('a b # then\n c', 'x'), [0]],
  ['x: but in a class', texts('a b', 'ab'), by('a [ ] b', 'x'), [0]],
  ['several', texts('X\nAB', 'xab'), by('^ab$', 'im'), [0]],
  ['flags that only JavaScript has', texts('ABC', 'x'), () => ({ a: /abc/gi }), [0]],
  ['an unknown one is refused', texts('a'), by('a', 'q'), refusal(/invalid flag in regex options: q/)],
  ['a broken pattern is refused', texts('a'), by('(a'), refusal(/egular expression is invalid/)],
])

finds('what Perl writes otherwise than JavaScript', PCRE, [
  ['\\A, \\z and \\Z', texts('abc', 'xabc', 'abc\n'), by('\\Aabc\\Z'), [0, 2]],
  ['$ is also before a newline at the end', texts('ab\n', 'ab', 'ab\nc'), by('ab$'), [0, 1]],
  ['options from there on', texts('aBC', 'ABC', 'aBCd'), by('^a(?i)bc$'), [0]],
  ['options at the beginning', texts('ABC', 'x'), by('(?i)abc'), [0]],
  ['options of a group', texts('Abc', 'ABc'), by('^(?i:a)bc'), [0]],
  ['options taken back, with a class', texts('Xab', 'xAb', 'XaB'), by('(?i)^[x-z](?-i:a)b$'), [0, 2]],
  ['POSIX classes', texts('a1', 'ab', '12'), by('^[[:alpha:]]+$'), [1]],
  ['and what is not in one', texts('a1', 'ab', '12'), by('^[[:^alpha:]]+$'), [2]],
  ['possessive', texts('aaa', 'aab'), by('^a++b$'), [1]],
  ['possessive gives nothing back', texts('aaa'), by('^a++a$'), []],
  ['atomic, with a reference behind it', texts('aabb', 'aab'), by('^(?>a+)(b)\\1$'), [0]],
  ['names in Perl’s way', texts('aa', 'ab'), by('^(?P<x>a)(?P=x)$'), [0]],
  ['\\Q…\\E', texts('a.b', 'axb'), by('^\\Qa.b\\E$'), [0]],
  ['a comment', texts('ab'), by('a(?#then)b'), [0]],
  ['\\h is a space on the line', texts('a b', 'a\nb', 'a\u3000b'), by('a\\hb'), [0, 2]],
  ['\\s is ASCII', texts('a b', 'a\u3000b'), by('a\\sb'), [0]],
  ['\\x{…}', texts('中文', 'a'), by('^[\\x{4e00}-\\x{9fa5}]+$'), [0]],
  ['scripts', texts('中', 'a'), by('^\\p{Han}$'), [0]],
  ['a character is a code point', texts('😀', '😀😀'), by('^.$'), [0]],
  ['braces that repeat nothing', texts('a{b}', 'ab'), by('^a{b}$'), [0]],
  [
    'in $in and $not',
    texts('ABC', 'abc', 'x'),
    () => ({ a: _.in([db.RegExp({ regexp: '(?i)^ab\\z|^ABC' })]) }),
    [0, 1],
  ],
])

describe('beside an index', () => {
  let cloud: Cloud
  beforeAll(async () => {
    const indexes = [{ name: 'a', keys: [{ field: 'a', direction: 1 as const }], unique: false }]
    cloud = await openCloud({ schema: { collections: { indexed: { indexes } } } })
    await cloud.db
      .collection('indexed')
      .add({ data: texts('abc', 'ABC', 'abd').map((each, n) => ({ _id: String(n), ...each })) })
  })
  afterAll(() => cloud.close())

  test.each([
    ['^ab', '', ['0', '2']],
    ['a b c', 'x', ['0']],
    ['(?i)^abc', '', ['0', '1']],
    ['^ab++c', '', ['0']],
    ['\\Aabd\\z', '', ['2']],
  ])('%s with %s is found', async (regexp, options, ids) => {
    const query = cloud.db.collection('indexed').where({ a: cloud.db.RegExp({ regexp, options }) })
    const { data } = await query.orderBy('_id', 'asc').get()
    expect(data.map(({ _id }: { _id: string }) => _id)).toEqual(ids)
  })

  test('one that runs away is stopped and told of, and others go on', async () => {
    await cloud.db.collection('indexed').add({ data: { a: `${'a'.repeat(60)}!` } })
    const runaway = cloud.db
      .collection('indexed')
      .where({ a: /^(a+)+$/ })
      .get()
    await expect(runaway).rejects.toMatchObject({ errMsg: expect.stringMatching(/exceeded time limit/) })
    expect((await cloud.db.collection('indexed').count()).total).toBe(4)
  })
})

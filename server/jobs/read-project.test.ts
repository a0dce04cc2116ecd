import { afterAll, expect, test } from 'vitest'
import { hostileZip } from '#/tests/hostile/files/hostile-zip.ts'
import { createProjectReading } from './read-project.ts'

const reading = createProjectReading()
afterAll(() => reading.stop())

const qde = (inside: string, prolog = '') =>
  `<?xml version="1.0" encoding="utf-8"?>${prolog}<Project xmlns="urn:QDA-XML:project:1.0" name="x">${inside}</Project>`
const codes = (inside: string) => `<CodeBook><Codes>${inside}</Codes></CodeBook>`
const code = (n: number, inside = '') =>
  `<Code guid="0195a000-0000-7000-8000-${String(n).padStart(12, '0')}" name="c${n}" isCodable="true">${inside}</Code>`
const NOTHING = Buffer.alloc(64 << 20)
const deep = (depth: number) => Array.from({ length: depth }).reduce<string>((inside, _, n) => code(n, inside), '')
const selection = `<PlainTextSelection guid="a" startPosition="-5" endPosition="99999999999"><Coding guid="b"><CodeRef targetGUID="c"/></Coding></PlainTextSelection>`
const source = (path: string, inside = '') =>
  `<Sources><TextSource guid="s" name="s" plainTextPath="${path}">${inside}</TextSource></Sources>`

test.each([
  [
    'a bomb beside the project',
    [
      { name: 'project.qde', content: qde(codes(code(1))) },
      { name: 'sources/x.txt', content: NOTHING },
    ],
    'too-large',
  ],
  ['a bomb that says it is small', [{ name: 'project.qde', content: NOTHING, declared: 100 }], 'corrupt'],
  [
    'a name that leaves the folder',
    [
      { name: 'project.qde', content: qde('') },
      { name: '../../tmp/interline-evil', content: 'x' },
    ],
    'corrupt',
  ],
  ['a link', [{ name: 'project.qde', content: '/etc/passwd', isLink: true }], 'corrupt'],
  [
    'entities that grow',
    [{ name: 'project.qde', content: qde(codes(code(1)), '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>') }],
    'corrupt',
  ],
  ['an entity that is a file', [{ name: 'project.qde', content: qde('', '<!DOCTYPE p SYSTEM "file:///etc/passwd">') }], 'corrupt'],
  ['codes without a bottom', [{ name: 'project.qde', content: qde(codes(deep(50_000))) }], 'too-complex'],
  ['no XML', [{ name: 'project.qde', content: 'PK, it says' }], 'corrupt'],
] as const)('a project with %s is refused in one sentence', async (_, entries, reason) => {
  const answer = await reading.read({ bytes: hostileZip(entries), unsaid: 'theme' }, 'attacker')
  expect(answer).toMatchObject({ ok: false, reason, message: expect.stringMatching(/^[A-Z].*\.$/) })
})

test('addresses of the computer are not followed, and selections from nowhere are left out', async () => {
  const entries = [
    { name: 'project.qde', content: qde(`${codes(code(1))}${source('absolute:///etc/passwd')}`) },
    { name: 'sources/y.txt', content: 'words' },
  ]
  const answer = await reading.read({ bytes: hostileZip(entries), unsaid: 'theme' }, 'attacker')
  expect(answer).toMatchObject({ ok: true, documents: [] })
  const inside = [
    { name: 'project.qde', content: qde(`${codes(code(1))}${source('internal://y.txt', selection)}`) },
    { name: 'sources/y.txt', content: 'words' },
  ]
  expect(await reading.read({ bytes: hostileZip(inside), unsaid: 'theme' }, 'attacker')).toMatchObject({
    ok: true,
    documents: [{ text: 'words', statements: [] }],
  })
})

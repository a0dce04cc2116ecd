import { expect, test } from 'vitest'
import { impactSentences } from './impact-sentence.ts'
import { scriptOfName } from './script-of-name.ts'
import { treeRows } from './tree-rows.ts'

const items = [
  { id: 'un', parentId: null, uses: 1 },
  { id: 'sc', parentId: 'un', uses: 5 },
  { id: 'ocha', parentId: 'un', uses: 9 },
  { id: 'us', parentId: null, uses: 7 },
]
const shape = (rows: ReturnType<typeof treeRows<(typeof items)[number]>>) =>
  rows.map((row) => `${row.level}${row.item.id}${row.hasChildren ? '+' : ''}${row.dimmed ? '~' : ''}`)

test('siblings are sorted, children stay with their parent', () => {
  expect(shape(treeRows(items, { compare: (a, b) => b.uses - a.uses }))).toEqual(['1us', '1un+', '2ocha', '2sc'])
})

test('what is above a match stays, dimmed, also when it is closed', () => {
  expect(shape(treeRows(items, { matches: new Set(['ocha']), closed: new Set(['un']) }))).toEqual(['1un+~', '2ocha'])
  expect(shape(treeRows(items, { matches: new Set() }))).toEqual([])
})

test('closed items hide what is below', () => {
  expect(shape(treeRows(items, { closed: new Set(['un']) }))).toEqual(['1un+', '1us'])
})

test.each([
  [{ statements: 0, documents: 0, children: [] }, null, ['No statement uses it.']],
  [
    { statements: 1, documents: 1, children: ['A'] },
    null,
    ['1 statement in 1 document loses this tag.', '1 actor below it moves to the top: A.'],
  ],
  [
    { statements: 1234, documents: 6, children: ['A', 'B', 'C', 'D'] },
    'Russia',
    ['1,234 statements in 6 documents lose this tag.', '4 actors below it move under Russia: A, B, C and 1 more.'],
  ],
])('says what a deletion does: %o', (impact, to, expected) => {
  expect(impactSentences('actor', impact, to).map((sentence) => sentence.replace(/[\u2068\u2069]/g, ''))).toEqual(expected)
})

test.each([
  ['HTS', 'Latn'],
  ['Хайят Тахрир аш-Шам (HTS)', 'Cyrl'],
  ['هيئة تحرير الشام', 'Arab'],
  ['2254', null],
])('script of %s', (name, script) => {
  expect(scriptOfName(name)).toBe(script)
})

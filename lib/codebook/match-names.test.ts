import { expect, test } from 'vitest'
import { matchNames, matchRange } from './match-names.ts'
import { buildNameIndex } from './name-index.ts'
import { makeActor, makeTheme } from './testing/entries.ts'

const actor = (id: string, name: string, ...aliases: string[]) => makeActor(id, name, aliases)
const theme = (id: string, name: string) => makeTheme(id, name)

const codebook = {
  actors: [
    actor('ru', 'Russia', 'RF', 'Россия', 'روسيا'),
    actor('mod', 'Russian Ministry of Defence', 'Минобороны', 'وزارة الدفاع الروسية'),
    actor('us', 'United States', 'US', 'U.S.', 'الولايات المتحدة'),
    actor('hts', 'Hay’at Tahrir al-Sham', 'HTS', 'هيئة تحرير الشام'),
    actor('cer', 'Cerusa'),
    actor('idlib', 'إدلب'),
  ],
  themes: [theme('hotline', 'Deconfliction hotline'), theme('aid', 'Humanitarian access'), theme('rus', 'Russification')],
}
const index = buildNameIndex(codebook)
const ids = (typed: string, options = {}): string[] => matchNames(index, typed, options).map((match) => match.id)

test('orders: own name begins, another name begins, a word begins, inside', () => {
  expect(ids('rus')).toEqual(['ru', 'rus', 'mod', 'cer'])
  expect(ids('ministry')).toEqual(['mod'])
  expect(ids('hot')).toEqual(['hotline'])
  expect(ids('us')).toEqual(['us', 'cer', 'ru', 'rus', 'mod'])
})

test('a name that is typed in full comes first', () => {
  const two = buildNameIndex({ actors: [actor('long', 'Iran-backed militias'), actor('short', 'Iran')], themes: [] })
  expect(matchNames(two, 'iran', { uses: (id) => (id === 'long' ? 90 : 1) })[0]?.id).toBe('short')
})

test('several words each begin a word', () => {
  expect(ids('min def')).toEqual(['mod'])
  expect(ids('rus def')).toEqual(['mod'])
  expect(ids('def xyz')).toEqual([])
})

test('any script, without accents, marks, letter variants, apostrophes and hyphens', () => {
  expect(ids('рос')).toEqual(['ru'])
  expect(ids('الدفاع')).toEqual(['mod'])
  expect(ids('ادلب')).toEqual(['idlib'])
  expect(ids('هيـــئة تَحرير')).toEqual(['hts'])
  expect(ids('hayat')).toEqual(['hts'])
  expect(ids('al sham')).toEqual(['hts'])
  expect(ids('u.s')).toContain('us')
})

test('recent entries come first, then the more used', () => {
  expect(ids('rus', { recent: ['cer', 'mod'] })).toEqual(['cer', 'mod', 'ru', 'rus'])
  expect(ids('rus', { uses: (id: string) => (id === 'rus' ? 3 : 0) })).toEqual(['rus', 'ru', 'mod', 'cer'])
})

test('tells which name matched', () => {
  expect(matchNames(index, 'минобор')[0]).toEqual({ kind: 'actor', id: 'mod', name: 'Минобороны', own: false })
})

test('nothing typed, nothing found', () => {
  expect(ids('')).toEqual([])
  expect(ids('  ')).toEqual([])
  expect(ids('qqq')).toEqual([])
})

test.each([
  ['Russia', 'rus', 'Rus'],
  ['Russian Ministry of Defence', 'min', 'Min'],
  ['Hay’at Tahrir al-Sham', 'hayat', 'Hay’at'],
  ['Hay’at Tahrir al-Sham', 'sham', 'Sham'],
  ['Hay’at Tahrir al-Sham', 'al sh', 'al-Sh'],
  ['هَيْئَة تحرير الشام', 'هيئة', 'هَيْئَة'],
  ['Ёлкин', 'елк', 'Ёлк'],
  ['Cerusa', 'rus', 'rus'],
])('in %s, %s stands at %s', (name, typed, shown) => {
  const range = matchRange(name, typed)
  expect(range && name.slice(...range)).toBe(shown)
})

test('words typed out of order have no single place', () => {
  expect(matchRange('Russian Ministry of Defence', 'def rus')).toBeNull()
})

test('a codebook of 2,000 actors with five names each: every one is found by its own name, all by a shared letter', () => {
  const name = (n: number, of: number): string => `${'каشا'.repeat(1 + (of % 2))} k${n}-${of}`
  const big = buildNameIndex({
    actors: Array.from({ length: 2000 }, (_, n) => actor(`a${n}`, ...([0, 1, 2, 3, 4].map((of) => name(n, of)) as [string]))),
    themes: [],
  })
  expect(matchNames(big, 'k')).toHaveLength(2000)
  for (let n = 0; n < 2000; n += 37) expect(matchNames(big, name(n, 3))[0]).toMatchObject({ id: `a${n}`, own: false })
})

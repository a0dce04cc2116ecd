import { expect, test } from 'vitest'
import { buildMentionIndex, findMentions, mentionedActors } from './find-mentions.ts'
import { makeActor } from './testing/entries.ts'

const actor = (id: string, name: string, ...aliases: string[]) => makeActor(id, name, aliases)
const index = buildMentionIndex([
  actor('us', 'United States', 'US', 'США', 'Соединённые Штаты', 'الولايات المتحدة', '美国'),
  actor('ru', 'Russia', 'Россия', 'روسيا'),
  actor('mod', 'Russian Ministry of Defence', 'Минобороны', 'وزارة الدفاع الروسية'),
  actor('sc', 'Security Council', 'Совет Безопасности', 'مجلس الأمن'),
  actor('hts', 'Hay’at Tahrir al-Sham', 'HTS', 'ХТШ', 'هيئة تحرير الشام'),
  actor('tr', 'Turkey', 'Türkiye'),
  actor('pentagon', 'Pentagon', 'Пентагон', 'البنتاغون'),
])
const named = (text: string): string[] => mentionedActors(index, text)

test.each([
  ['The US and Russia’s pilots spoke.', ['us', 'ru']],
  ['They told us nothing, and cold turkey was served.', []],
  ['Russian Ministry of Defence said', ['mod']],
  ['Russians elsewhere', []],
  ["HAY’AT stands alone, Hay'at Tahrir al-Sham does not", ['hts']],
  ['TÜRKIYE and Turkiye', ['tr']],
  ['a US-led coalition', ['us']],
])('English: %s', (text, expected) => {
  expect(named(text)).toEqual(expected)
})

test.each([
  ['Представитель Пентагона заявил, что связь с Россией сохраняется.', ['pentagon', 'ru']],
  ['В Совете Безопасности, по данным Минобороны,', ['sc', 'mod']],
  ['Соединенных Штатов и США', ['us']],
  ['российский самолёт', []],
])('Russian: %s', (text, expected) => {
  expect(named(text)).toEqual(expected)
})

test.each([
  ['قالت وزارة الدفاع الروسية إن', ['mod']],
  ['بين الولايات المتحدة وروسيا', ['us', 'ru']],
  ['للولايات المتحدة قوات، ولمجلس الأمن قرار', ['us', 'sc']],
  ['وأعلن البنتاغون أن هيئة تحرير الشَّام', ['pentagon', 'hts']],
])('Arabic: %s', (text, expected) => {
  expect(named(text)).toEqual(expected)
})

test('scripts without spaces', () => {
  expect(named('据美国国防部称')).toEqual(['us'])
})

test('places are whole words of the text, in order, without overlap', () => {
  const text = 'The Russian Ministry of Defence called the United States’ envoy; Russia’s envoy too.'
  expect(findMentions(index, text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Russian Ministry of Defence',
    'United States',
    'Russia',
  ])
})

test('nothing in nothing', () => {
  expect(named('')).toEqual([])
  expect(mentionedActors(buildMentionIndex([]), 'Russia')).toEqual([])
})

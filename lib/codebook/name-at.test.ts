import { expect, test } from 'vitest'
import { nameAt } from './name-at.ts'
import { makeActor, makeAlias } from './testing/entries.ts'

const hts = makeActor('hts', 'HTS', [], {
  aliases: [
    makeAlias('Hay’at Tahrir al-Sham', { language: 'en', from: '2017-01-28' }),
    makeAlias('هيئة تحرير الشام', { language: 'ar', preferred: true, from: '2017-01-28' }),
    makeAlias('Jabhat Fateh al-Sham', { language: 'en', from: '2016-07-28', until: '2017-01-27' }),
    makeAlias('جبهة النصرة', { language: 'ar', preferred: true, until: '2016-07-27' }),
    makeAlias('Jabhat al-Nusra', { language: 'en', until: '2016-07-27' }),
    makeAlias('Nusra Front', { language: 'en', preferred: true, until: '2016-07-27' }),
    makeAlias('Хайят Тахрир аш-Шам', { language: 'ru', preferred: true }),
  ],
})

test.each([
  ['2015-01-01', undefined, 'Nusra Front'],
  ['2016-07-27', 'en', 'Nusra Front'],
  ['2016-07-28', 'en', 'Jabhat Fateh al-Sham'],
  ['2017-01-27', undefined, 'Jabhat Fateh al-Sham'],
  ['2017-01-28', undefined, 'HTS'],
  ['2024-12-04', 'en', 'HTS'],
  [null, undefined, 'HTS'],
])('on %s in %s: %s', (day, language, expected) => {
  expect(nameAt(hts, { day, language })).toBe(expected)
})

test('in a language: the name preferred there, when it held', () => {
  expect(nameAt(hts, { day: '2024-12-04', language: 'ar' })).toBe('هيئة تحرير الشام')
  expect(nameAt(hts, { day: '2024-12-04', language: 'ar-SY' })).toBe('هيئة تحرير الشام')
  expect(nameAt(hts, { day: '2015-12-18', language: 'ar' })).toBe('جبهة النصرة')
  expect(nameAt(hts, { day: null, language: 'ar' })).toBe('هيئة تحرير الشام')
  expect(nameAt(hts, { day: '2024-12-04', language: 'ru' })).toBe('Хайят Тахрир аш-Шам')
  expect(nameAt(hts, { day: '2024-12-04', language: 'fr' })).toBe('HTS')
  expect(nameAt(hts, { day: '2024-12-04', language: 'und' })).toBe('HTS')
})

test('an actor without other names is called by its own', () => {
  expect(nameAt(makeActor('a', 'Russia'), { day: '2015-01-01', language: 'ru' })).toBe('Russia')
})

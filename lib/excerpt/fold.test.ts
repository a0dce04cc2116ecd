import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#/lib/excerpt/fold.ts'

test('English: case, accents, typographic quotes and dashes do not matter', () => {
  expect(fold('  The Naïve  Café\u2028“don’t” ')).toBe('the naive cafe "don\'t"')
  expect(fold('Cease\u2013fire')).toBe(fold('cease-fire'))
  expect(fold('ceas\u00ade\u200bfire')).toBe('ceasefire')
  expect(fold('ﬁne Ⅳ')).toBe('fine iv')
})

test('Russian: ё is е, stress marks go, й stays a letter of its own', () => {
  expect(fold('Пётр Ёлкин')).toBe('петр елкин')
  expect(fold('за\u0301мок')).toBe('замок')
  expect(fold('мой')).toBe('мой')
  expect(fold('мои\u0306')).toBe('мой')
  expect(fold('мой')).not.toBe(fold('мои'))
})

test('Arabic: harakat and tatweel go, alef, yeh, kaf and teh marbuta have one form, digits are plain', () => {
  expect(fold('مُحَمَّدٌ')).toBe('محمد')
  expect(fold('الســـلام')).toBe('السلام')
  expect(new Set(['أحمد', 'إحمد', 'آحمد', 'ٱحمد', 'احمد'].map(fold)).size).toBe(1)
  expect(fold('على')).toBe(fold('علی'))
  expect(fold('کتاب')).toBe(fold('كتاب'))
  expect(fold('حكومة')).toBe(fold('حكومه'))
  expect(fold('٢٠٢٦ ۲۰۲۶')).toBe('2026 2026')
})

test('Greek, German, Turkish, Korean, Hindi: folded where people leave marks out, kept where they change the word', () => {
  expect(fold('ΕΛΛΆΣ')).toBe(fold('ελλας'))
  expect(fold('STRASSE')).toBe(fold('Straße'))
  expect(fold('İstanbul')).toBe('istanbul')
  expect(fold('한국'.normalize('NFD'))).toBe('한국')
  expect(fold('कि')).not.toBe(fold('का'))
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 2000, examples: [['\u0130'], ['\u1e9e'], ['\u0345'], ['и\u0301\u0306'], ['и\u200d\u0306']] },
  )
})

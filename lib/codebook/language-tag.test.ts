import { expect, test } from 'vitest'
import { baseLanguage, languageTag } from './language-tag.ts'

test('tags are kept in their canonical form', () => {
  expect(['', 'EN', 'ar-latn', 'sr_Cyrl', 'eng', 'zh-hant-tw', 'und', 'apc'].map(languageTag)).toEqual([
    'und',
    'en',
    'ar-Latn',
    'sr-Cyrl',
    'en',
    'zh-Hant-TW',
    'und',
    'apc',
  ])
  expect(baseLanguage('ar-SY')).toBe('ar')
})

test.each(['english', 'e', 'русский', 'en-', 'en US', 'x-klingon', '-'])('"%s" is no tag', (typed) => {
  expect(languageTag(typed)).toBeNull()
})

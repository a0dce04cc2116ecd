import { expect, test } from 'vitest'
import { guessLanguage } from './guess-language.ts'

test.each([
  ['The Pentagon confirmed the hotline', 'en', 'ltr'],
  ['Пентагон подтвердил работу линии', 'ru', 'ltr'],
  ['Пентагон підтвердив існування гарячої лінії', 'uk', 'ltr'],
  ['أكد البنتاغون', 'ar', 'rtl'],
  ['سخنگوی پنتاگون تأیید کرد', 'fa', 'rtl'],
  ['پینٹاگون کے ترجمان نے تصدیق کی ہے', 'ur', 'rtl'],
  ['דובר הפנטגון', 'he', 'rtl'],
  ['Le porte-parole du Pentagone a confirmé que la ligne est ouverte et que les militaires', 'fr', 'ltr'],
  ['Der Sprecher des Pentagon bestätigte am Dienstag die Existenz einer Leitung', 'de', 'ltr'],
  ['El portavoz del Pentágono confirmó la línea con los militares rusos', 'es', 'ltr'],
  ['Pentagon sözcüsü Rusya ile hattın varlığını doğruladı', 'tr', 'ltr'],
  ['Rzecznik Pentagonu potwierdził istnienie gorącej linii z Rosją', 'pl', 'ltr'],
  ['五角大楼发言人', 'zh', 'ltr'],
  ['国防総省の報道官', 'ja', 'ltr'],
  ['Aleppo', 'und', 'ltr'],
  ['2254', 'und', 'ltr'],
  ['', 'und', 'ltr'],
])('%s', (text, language, direction) => {
  expect(guessLanguage(text)).toEqual({ language, direction })
})

test('a declaration helps where the text is silent and is not believed against its script', () => {
  expect(guessLanguage('Aleppo', 'fr-FR').language).toBe('fr')
  expect(guessLanguage('Алеппо', 'en').language).toBe('und')
  expect(guessLanguage('The Pentagon confirmed the hotline', 'ru').language).toBe('en')
  expect(guessLanguage('2254', 'ar')).toEqual({ language: 'ar', direction: 'rtl' })
})

test('a quotation in another language does not count', () => {
  const english = 'The Pentagon said that the line was open, and that it had been used. '.repeat(10)
  expect(guessLanguage(`${english} «Линия работает». أكد المتحدث`)).toEqual({ language: 'en', direction: 'ltr' })
})

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { catalogueProblems } from './catalogue-problems.ts'
import { collectMessages, messagesIn } from './collect-messages.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const catalogue = (language: string): Record<string, string> => JSON.parse(readFileSync(resolve(ROOT, `messages/${language}.json`), 'utf8'))

test('en.json is what the code says; "npm run messages" makes it so', async () => {
  const texts = await collectMessages(ROOT)
  expect(texts.length).toBeGreaterThan(0)
  expect(catalogue('en')).toEqual(Object.fromEntries(texts.map((text) => [text, text])))
})

test('the English texts are written well', () => {
  expect(catalogueProblems('en', catalogue('en'))).toEqual([])
})

test.each(['ru', 'ar'])(
  'translations have the placeholders and the plural forms they need, and say nothing that is gone: %s',
  (language) => {
    const english = catalogue('en')
    const translated = catalogue(language)
    expect(catalogueProblems(language, translated)).toEqual([])
    expect(Object.keys(translated).filter((text) => english[text] === undefined)).toEqual([])
  },
)

test('texts are found where they are said', () => {
  expect(
    messagesIn(`<p title={t("Others' work")}>{t('It\\'s “{name}”', { name })}</p> at('no'); x.t('no')
      counted(list.filter((a) => a).length, 'passage'); counted(n, 'match', 'matches'); counted(n, noun); said('In a table'); t(
        'On a line of its own',
      )`),
  ).toEqual([
    "Others' work",
    "It's “{name}”",
    'In a table',
    'On a line of its own',
    '{count, plural, one {# passage} other {# passages}}',
    '{count, plural, one {# match} other {# matches}}',
  ])
})

test('a translation with other names, forms or braces is found', () => {
  const problems = (said: string) => catalogueProblems('ru', { '{count, plural, one {# a} other {# b}} in {name}': said }).length
  expect(problems('{name}: {count, plural, one {#} few {#} many {#} other {#}}')).toBe(0)
  expect(problems('{title}: {count, plural, one {#} few {#} many {#} other {#}}')).toBe(1)
  expect(problems('{name}: {count, plural, one {#} other {#}}')).toBe(1)
  expect(problems('{name')).toBe(1)
  expect(problems(' ')).toBe(2)
})

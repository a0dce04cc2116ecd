import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { textRuns } from '#/lib/anchor/original.ts'
import { NO_ORIGINAL_WORDS, type OriginalText, originalWordsFinder } from '#/lib/anchor/original-words.ts'
import { readOrigins } from '#/lib/anchor/origins.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'

const edition = (number: number, text: Y.Text): OriginalText => ({ edition: number, text: canonicalText(text), runs: textRuns(text) })

function open(words: string) {
  const doc = createTextDoc([{ type: 'paragraph', spans: [{ text: words }] }])
  const text = doc.getText(TEXT_NAME)
  const replace = (old: string, by: string) => {
    const at = text.toString().indexOf(old)
    text.insert(at + old.length, by)
    text.delete(at, old.length)
  }
  const tag = (passage: string) => {
    const start = canonicalText(text).indexOf(passage)
    return captureRuns(buildIdIndex(text), start, start + passage.length)
  }
  return { doc, text, replace, tag, origins: () => readOrigins(doc.getMap(ALIAS_NAME)) }
}

test('both units of offset point at the words', () => {
  const { text, tag, replace, origins } = open('🕊️🕊️ Seven rockets fell 😀.')
  const first = edition(1, text)
  replace('Seven', 'Nine')
  const words = originalWordsFinder([first], origins())(tag('Nine rockets fell 😀'))
  expect(words).toMatchObject({ originalEdition: 1, originalQuote: ' rockets fell 😀' })
  expect(first.text.slice(words.originalStart!, words.originalEnd!)).toBe(words.originalQuote)
  expect([...first.text].slice(words.originalStartPoint!, words.originalEndPoint!).join('')).toBe(words.originalQuote)
})

test('the newest edition that has words of the passage is quoted, an older one when it has none', () => {
  const { text, tag, replace, origins } = open('Seven rockets fell on Tuesday.')
  const first = edition(1, text)
  const [fell, day] = [tag('rockets fell'), tag('Tuesday')]
  replace('Tuesday', 'Friday')
  const second = edition(2, text)
  const find = originalWordsFinder([first, second], origins())
  expect(find(fell)).toMatchObject({ originalEdition: 2, originalQuote: 'rockets fell' })
  expect(find(day)).toMatchObject({ originalEdition: 1, originalQuote: 'Tuesday' })
  expect(find(tag('Friday'))).toMatchObject({ originalEdition: 2, originalQuote: 'Friday' })
})

test('words nobody imported, a space that stayed, and an original whose characters are not known quote nothing', () => {
  const { text, tag, replace, origins } = open('one two')
  const first = edition(1, text)
  replace('one', 'uno')
  replace('two', 'due')
  expect(originalWordsFinder([first], origins())(tag('uno'))).toEqual(NO_ORIGINAL_WORDS)
  expect(originalWordsFinder([first], origins())(tag('uno due'))).toEqual(NO_ORIGINAL_WORDS)
  expect(originalWordsFinder([{ ...first, runs: null }], origins())(tag('uno due'))).toEqual(NO_ORIGINAL_WORDS)
})

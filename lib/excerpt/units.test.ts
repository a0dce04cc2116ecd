import { expect, test } from 'vitest'
import { unitsIn } from './units.ts'

const TEXT = 'The line is open. Moscow said so! Ankara did not.\nОн закрыт. Она открыта.\nالخط مفتوح. قالت موسكو؟ نعم.'
const passage = (words: string) => {
  const start = TEXT.indexOf(words)
  const { sentenceStart, sentenceEnd, paragraphStart, paragraphEnd } = unitsIn(TEXT)(start, start + words.length)
  return [TEXT.slice(sentenceStart, sentenceEnd).trim(), TEXT.slice(paragraphStart, paragraphEnd)]
}

test.each([
  ['Moscow', 'Moscow said so!', 'The line is open. Moscow said so! Ankara did not.'],
  ['The line is open.', 'The line is open.', 'The line is open. Moscow said so! Ankara did not.'],
  ['open. Moscow', 'The line is open. Moscow said so!', 'The line is open. Moscow said so! Ankara did not.'],
  ['открыта', 'Она открыта.', 'Он закрыт. Она открыта.'],
  ['موسكو', 'قالت موسكو؟', 'الخط مفتوح. قالت موسكو؟ نعم.'],
  ['not.\nОн', 'Ankara did not.\nОн закрыт.', 'The line is open. Moscow said so! Ankara did not.\nОн закрыт. Она открыта.'],
])('%s stands in its sentences and paragraphs', (words, sentence, paragraph) => {
  expect(passage(words)).toEqual([sentence, paragraph])
})

import { NO_ORIGINAL_WORDS } from '#/lib/anchor/original-words.ts'
import { NO_FACTS } from '#/lib/annotation/facts.ts'
import { contextOf } from '#/lib/excerpt/context.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'

/** An excerpt of the first (or `nth`, from 0) place where `passage` stands in a canonical text, with true offsets and context. */
export function makeExcerpt(text: string, passage: string, given: Partial<Excerpt> & { nth?: number } = {}): Excerpt {
  const { nth = 0, ...rest } = given
  let start = -1
  for (let i = 0; i <= nth; i++) start = text.indexOf(passage, start + 1)
  if (start < 0) throw new Error(`"${passage}" is not in the text`)
  const end = start + passage.length
  const context = contextOf(text, start, end)
  const points = (from: number, to: number) => [...text.slice(from, to)].length
  return {
    annotationId: '0195a000-0000-7000-8000-000000000001',
    layerId: '0195a000-0000-7000-8000-0000000000aa',
    document: {
      id: '0195a000-0000-7000-8000-0000000000dd',
      title: 'Two air forces, one phone line',
      outlet: 'Meridian Wire',
      author: '',
      publishedOn: '2017-03-14',
      url: 'https://example.org/a?b=1',
      language: 'en',
      direction: 'ltr',
    },
    state: 'anchored',
    startUtf16: start,
    endUtf16: end,
    startPoint: points(0, start),
    endPoint: points(0, end),
    quote: passage,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    contextBefore: context.before,
    contextAfter: context.after,
    taggedQuote: passage.slice(0, 512),
    ...NO_ORIGINAL_WORDS,
    memo: '',
    importantTo: [],
    tagger: { id: '0195a000-0000-7000-8000-0000000000ff', name: 'Layla Haddad' },
    createdAt: Date.UTC(2017, 2, 14, 11, 12, 13, 456),
    modifiedAt: Date.UTC(2017, 2, 15, 8),
    actors: [],
    themes: [],
    facts: { ...NO_FACTS, reportedBy: [] },
    ...rest,
  }
}

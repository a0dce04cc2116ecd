import { parseEdtf } from '#/lib/date/edtf.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { makeExcerpt } from './make-excerpt.ts'

/** An English text with an emoji before the passage, a comma, quotes, two paragraphs and a hard line break. */
export const ENGLISH = '🕊️ Peace talks.\nThe ministry said “the line is open, always”\u2028and hung up.'
/** What it was before it was edited. */
export const ENGLISH_ORIGINAL = '🕊️ Peace talks.\nThe ministry said “the line is open”\u2028and hung up.'
export const ARABIC = 'ورأت وزارة الدفاع أن واشنطن لا تستجيب للإحداثيات 😀 التي تتلقاها.'

const id = (n: number) => `0195a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

function originalWords(text: string, words: string) {
  const start = text.indexOf(words)
  const points = (end: number) => [...text.slice(0, end)].length
  return {
    originalEdition: 1,
    originalStart: start,
    originalEnd: start + words.length,
    originalStartPoint: points(start),
    originalEndPoint: points(start + words.length),
    originalQuote: words,
  }
}

/** Four excerpts with everything that goes wrong in exports: emoji, right-to-left, line breaks, formulas, edits, no tags, a detached passage. */
export const SAMPLE_EXCERPTS: Excerpt[] = [
  makeExcerpt(ENGLISH, 'said “the line is open, always”\u2028and', {
    annotationId: id(1),
    memo: '=HYPERLINK("https://example.org")\nsecond line',
    taggedQuote: 'said “the line is open”',
    ...originalWords(ENGLISH_ORIGINAL, 'said “the line is open”\u2028and'),
    actors: [
      { id: id(101), name: 'Russian MoD', kind: 'military', role: 'source' },
      { id: id(102), name: 'Smith; Jones & Co "Ltd"', kind: 'company', role: 'recipient' },
    ],
    themes: [{ id: id(201), path: ['Deconfliction', 'Hotline'], hue: 1, stance: 'supports' }],
    facts: {
      status: 'planned',
      certainty: 'probable',
      date: parseEdtf('2017-03-14/2017-03~'),
      place: { name: 'Hmeimim, "Latakia"', point: { latitude: 35.4, longitude: -0.5 }, precision: 'near' },
      reportedBy: [
        { id: null, name: 'Meridian Wire' },
        { id: id(101), name: 'Russian MoD' },
      ],
    },
  }),
  makeExcerpt(ARABIC, 'واشنطن لا تستجيب للإحداثيات 😀', {
    annotationId: id(2),
    document: {
      ...makeExcerpt('a', 'a').document,
      id: id(0xd2),
      title: 'الخط الساخن',
      outlet: '',
      author: 'س. علي',
      publishedOn: null,
      url: '',
      language: 'ar',
      direction: 'rtl',
    },
    actors: [{ id: id(101), name: 'Russian MoD', kind: 'military', role: 'mentioned' }],
  }),
  makeExcerpt(ENGLISH, 'Peace', { annotationId: id(3) }),
  makeExcerpt(ENGLISH, 'talks', {
    annotationId: id(4),
    state: 'orphan',
    startUtf16: null,
    endUtf16: null,
    startPoint: null,
    endPoint: null,
    prefix: '',
    suffix: '',
  }),
]

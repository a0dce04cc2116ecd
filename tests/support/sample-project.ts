import { NO_FACTS } from '#/lib/annotation/facts.ts'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { parseEdtf } from '#/lib/date/edtf.ts'
import type { ExchangeDocument, ExchangeSource, ExchangeStatement } from '#/lib/format/project/exchange-project.ts'
import { blocksText, type TextBlock } from '#/lib/text/block.ts'
import { eventually } from './collect.ts'

const id = (n: number) => `0195a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

const MINISTER = id(101)
export const RUSSIA = id(102)
export const DIPLOMACY = id(201)
export const TALKS = id(202)
export const LAYLA = id(301)
export const TOMAS = id(302)

const BLOCKS: TextBlock[] = [
  { type: 'heading', level: 1, spans: [{ text: '😀 Briefing note.' }] },
  {
    type: 'paragraph',
    spans: [{ text: 'The minister said ' }, { text: 'talks', bold: true }, { text: ' with North\u2028and South Ossetia would resume.' }],
  },
  { type: 'paragraph', spans: [{ text: 'Россия заявила, что санкции незаконны.' }] },
]
const ARABIC_BLOCKS: TextBlock[] = [{ type: 'paragraph', spans: [{ text: 'قال المتحدث 😀 إن الحوار مستمر.' }] }]

/** A statement on the first place where a passage stands in the text of blocks. */
function statement(blocks: readonly TextBlock[], n: number, passage: string, more: Partial<ExchangeStatement>): ExchangeStatement {
  const text = blocksText(blocks)
  const start = text.indexOf(passage)
  if (start < 0) throw new Error(`"${passage}" is not in the text`)
  return {
    id: id(n),
    layerId: id(0xaa),
    by: LAYLA,
    createdAt: Date.UTC(2017, 2, 14, 11),
    modifiedAt: Date.UTC(2017, 2, 14, 12),
    range: { start, end: start + passage.length },
    quote: passage,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(start + passage.length, start + passage.length + 32),
    taggedQuote: passage,
    actors: [],
    themes: [],
    facts: NO_FACTS,
    memos: [],
    ...more,
  }
}

function makeExchangeDocument(n: number, blocks: readonly TextBlock[], more: Partial<ExchangeDocument>): ExchangeDocument {
  return {
    id: id(n),
    title: 'Briefing',
    outlet: 'Meridian Wire',
    author: '',
    publishedOn: '2017-03-14',
    url: 'https://example.org/a?b=1',
    kind: 'article',
    language: 'en',
    direction: 'ltr',
    status: 'in-progress',
    createdBy: LAYLA,
    createdAt: Date.UTC(2017, 2, 14),
    text: blocksText(blocks),
    blocks,
    statements: [],
    threads: [],
    ...more,
  }
}

/** Statements that lie over each other, go over a line end, have an emoji before them, two analysts, a memo, a discussion and none of these. */
export const SAMPLE_DOCUMENTS: readonly ExchangeDocument[] = [
  makeExchangeDocument(1, BLOCKS, {
    statements: [
      statement(BLOCKS, 11, 'The minister said talks with North\u2028and South', {
        actors: [
          { actorId: MINISTER, role: 'source', by: [LAYLA, TOMAS] },
          { actorId: RUSSIA, role: 'recipient', by: [LAYLA] },
        ],
        themes: [{ themeId: TALKS, stance: 'supports', by: [LAYLA] }],
        facts: {
          ...NO_FACTS,
          status: 'planned',
          certainty: 'probable',
          date: parseEdtf('2017-03'),
          place: { name: 'Tskhinvali', point: null, precision: null },
        },
        memos: [{ by: LAYLA, at: Date.UTC(2017, 2, 14), text: 'First line\nsecond & <third>' }],
      }),
      statement(BLOCKS, 12, 'South Ossetia would resume.\nРоссия', {
        by: TOMAS,
        themes: [{ themeId: DIPLOMACY, stance: 'none', by: [TOMAS] }],
      }),
      statement(BLOCKS, 13, 'санкции', {}),
      { ...statement(BLOCKS, 14, 'note', {}), range: null, prefix: '', suffix: '' },
    ],
    threads: [
      {
        annotationId: id(11),
        documentId: id(1),
        quote: 'The minister said',
        assigneeId: null,
        isResolved: false,
        entries: [
          {
            ...{ id: id(21), act: 'said', by: TOMAS, at: Date.UTC(2017, 2, 15), text: 'Which minister?', mentions: [], aboutId: null },
            ...{ editedAt: null, isDeleted: false, isNew: false },
          },
        ],
      },
    ],
  }),
  makeExchangeDocument(2, ARABIC_BLOCKS, {
    title: 'الحوار',
    outlet: '',
    publishedOn: null,
    url: '',
    language: 'ar',
    direction: 'rtl',
    statements: [statement(ARABIC_BLOCKS, 31, 'الحوار مستمر', { actors: [{ actorId: RUSSIA, role: 'mentioned', by: [LAYLA] }] })],
  }),
]

export function sampleProject(documents: readonly ExchangeDocument[] = SAMPLE_DOCUMENTS): ExchangeSource {
  const { actors, ...codebook } = makeCodebook({
    version: 7,
    actors: [makeActor(MINISTER, 'The Minister', [], { kind: 'person' }), makeActor(RUSSIA, 'Россия', ['Russia'])],
    themes: [makeTheme(DIPLOMACY, 'Diplomacy', { hue: 1 }), makeTheme(TALKS, 'Talks', { parentId: DIPLOMACY })],
  })
  return {
    project: {
      workspace: { id: id(0xa), name: 'Caucasus & desk' },
      codebook: { ...codebook, actors: actors.map((actor) => ({ ...actor, memberships: [], externalIds: [], designations: [] })) },
      codebookName: '',
      people: [
        { id: LAYLA, name: 'Layla Haddad' },
        { id: TOMAS, name: 'Tomas "T" Novak' },
      ],
      exportedAt: Date.UTC(2026, 10, 22, 10, 30),
      origin: 'https://interline.example',
      filter: '',
    },
    documents: () => eventually(...documents),
  }
}

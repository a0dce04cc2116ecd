import { captureQuote } from '#/lib/anchor/capture.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import { type Facts, NO_FACTS } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { randomCodebook } from '#/lib/codebook/testing/random-codebook.ts'
import { parseEdtf } from '#/lib/date/edtf.ts'
import { cleanBlocks } from '#/lib/format/import/clean-blocks.ts'
import { blocksText } from '#/lib/text/block.ts'
import type { Rng } from '#/lib/text/testing/rng.ts'
import type { ExchangeDocument, ExchangeSource, ExchangeStatement } from '../exchange-project.ts'

const WORDS = [
  'ceasefire',
  'Ёлка',
  'линия,',
  'مُحَمَّد',
  'قال',
  '😀',
  '🇺🇳',
  'hotline',
  '"quoted"',
  '<b>&amp;',
  'a\u2028b',
  'O’Neill',
  '—',
  '=1+1',
]
const NAMES = ['Maren Olsen', 'Ольга', 'سامي', 'A & <B>']
const DAY = 86_400_000

/** A workspace made by chance, with what trips readers and writers: other scripts, pairs, crossing and equal passages, detached ones. */
export function randomProject(chance: Rng, newId: () => string): ExchangeSource & { all: ExchangeDocument[] } {
  const codebook = randomCodebook(chance, newId)
  const people = NAMES.map((name) => ({ id: newId(), name }))
  const below = (limit: number) => chance.int(0, limit - 1)
  const pick = <T>(items: readonly T[]): T => chance.pick(items)
  const some = <T>(items: readonly T[], most: number): T[] =>
    items.length === 0 ? [] : [...new Set(Array.from({ length: below(most + 1) }, () => pick(items)))]
  const instant = () => Date.UTC(2026, 0, 1) + below(300) * DAY

  const facts = (): Facts =>
    below(3) > 0
      ? NO_FACTS
      : {
          status: pick(['asserted', 'planned', null]),
          certainty: pick(['probable', null]),
          date: parseEdtf(pick(['2026-03', '2026-03-01/2026-04', '2026-11-22'])),
          place: pick([null, { name: 'Idlib: “city”', point: { latitude: 35.9, longitude: 36.6 }, precision: 'near' as const }]),
          reportedBy: [],
        }
  const statement = (text: string): ExchangeStatement => {
    const from = below(text.length)
    const [start, end] = snapToGraphemes(text, from, Math.min(text.length, from + 1 + below(60)))
    const range = below(8) > 0 && text.slice(start, end).trim() === text.slice(start, end) && end > start ? { start, end } : null
    const { prefix, suffix } = captureQuote(text, start, end)
    const by = pick(people).id
    const at = instant()
    const actors = some(codebook.actors, 3).map(({ id }) => ({
      actorId: id,
      role: pick(ROLES_IN_STATEMENT),
      by: [by, ...some([pick(people).id], 1)],
    }))
    const themes = some(codebook.themes, 3).map(({ id }) => ({ themeId: id, stance: pick(STANCES), by: [by] }))
    const memos = some(['Проверить.', 'two\nlines & <tags>', '--- Interline ---'], 2).map((memo, i) => ({
      by: people[i]?.id ?? by,
      at,
      text: memo,
    }))
    const quote = text.slice(start, end)
    const own = { id: newId(), layerId: newId(), by, createdAt: at, modifiedAt: at + DAY }
    return { ...own, range, quote, prefix, suffix, taggedQuote: quote, actors, themes, memos, facts: facts() }
  }
  const document = (): ExchangeDocument => {
    const line = () => Array.from({ length: 1 + below(30) }, () => pick(WORDS)).join(' ')
    const blocks = cleanBlocks(
      Array.from({ length: 1 + below(8) }, () => ({ type: 'paragraph' as const, spans: [{ text: `${line()} x` }] })),
    )
    const text = blocksText(blocks)
    const url = pick(['', 'https://example.org/a?b=1&c=2'])
    const about = {
      title: `Report ${below(1000)} ${pick(WORDS).replace('\u2028', ' ')}`,
      outlet: pick(['', 'SANA']),
      author: pick(['', 'A. “B”']),
      kind: '',
    }
    const dated = { publishedOn: pick([null, '2026-02-28']), url, language: pick(['en', 'ru', 'ar']), direction: 'ltr' as const }
    const made = { id: newId(), status: 'new' as const, createdBy: pick(people).id, createdAt: instant() }
    const statements = Array.from({ length: below(12) }, () => statement(text))
    return { ...about, ...dated, ...made, text, blocks, statements, threads: [] }
  }
  const all = Array.from({ length: below(5) }, document)
  return {
    all,
    project: {
      workspace: { id: newId(), name: 'Syria desk & <co>' },
      codebook,
      codebookName: '',
      people,
      exportedAt: Date.UTC(2026, 10, 22),
      origin: 'https://interline.example',
      filter: '',
    },
    async *documents() {
      yield* all
    },
  }
}

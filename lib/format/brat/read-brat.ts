import { STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES, type Stance } from '#/lib/codebook/codebook.ts'
import { decodeText } from '#/lib/format/import/decode-text.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { readZipParts } from '#/lib/format/import/zip-parts.ts'
import type { ForeignDocument, ForeignStatement, ForeignTag, ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { type PlacedText, placedLines } from '#/lib/format/project/placed-text.ts'
import { offsetsIn, STANDARD_VIEW } from '#/lib/format/refi/offset-views.ts'
import { t } from '#/lib/message/t.ts'
import { blocksText } from '#/lib/text/block.ts'
import { ANALYST_NOTE, STATEMENT_NOTE, TYPE_PREFIX } from './brat-types.ts'
import { type BratFile, parseAnn, type TextBound } from './parse-ann.ts'

/** Files in an archive: two for each document. */
const MOST_ENTRIES = 20_000

interface Lost {
  positions: number
  fragments: number
  relations: number
  others: number
  lines: number
}

/**
 * Reads brat standoff in a ZIP archive: every .txt with an .ann beside it is a document. Annotations of one statement are known by our
 * own notes; in files of others those on the same words are one. Positions are code points and must give the words of the file.
 */
export async function readBrat(bytes: Uint8Array): Promise<ReadForeign | RefusedSource> {
  const zip = await readZipParts(bytes, (name) => /\.(txt|ann)$|(^|\/)visual\.conf$/i.test(name), MOST_ENTRIES)
  if (!zip.ok) return zip
  const texts = [...zip.parts].filter(([name]) => /\.txt$/i.test(name))
  const labels = readLabels(zip.parts)
  const lost: Lost = { positions: 0, fragments: 0, relations: 0, others: 0, lines: 0 }
  const documents = texts.flatMap(([name, text]) => {
    const ann = zip.parts.get(name.replace(/\.txt$/i, '.ann'))
    return ann ? [documentOf(name, decodeText(text).text, parseAnn(decodeText(ann).text), labels, lost)] : []
  })
  if (documents.length === 0)
    return refuse('unsupported', t('There are no brat documents in this archive: a .txt with an .ann of the same name beside it.'))
  return { ok: true, documents, notes: sentences(lost) }
}

function documentOf(path: string, raw: string, file: BratFile, labels: ReadonlyMap<string, string>, lost: Lost): ForeignDocument {
  const text = raw.replace(/^\ufeff/, '')
  const placed = placedLines(text)
  const canonical = blocksText(placed.blocks)
  const at = offsetsIn(text, STANDARD_VIEW)
  const offset = (point: number) => at(point) ?? text.length
  lost.others += file.others
  lost.lines += file.unreadable
  const groups = Map.groupBy(file.bounds, (bound) => file.notes.get(bound.id)?.get(STATEMENT_NOTE) ?? `${bound.start} ${bound.end}`)
  const used = new Set<string>()
  const statements = [...groups.values()].map((bounds) => {
    lost.fragments += bounds.some(({ pieces }) => pieces > 1 && !isOverLines(bounds[0] as TextBound, text, offset)) ? 1 : 0
    return statementOf(bounds, { text, canonical, placed, offset, file, labels, used, lost })
  })
  lost.relations += file.relations.filter(({ id }) => !used.has(id)).length
  const title = (path.split('/').at(-1) ?? path).replace(/\.txt$/i, '')
  return {
    text: canonical,
    blocks: placed.blocks,
    title,
    id: null,
    url: '',
    language: null,
    publishedOn: null,
    author: '',
    outlet: '',
    statements,
  }
}

interface Within {
  text: string
  canonical: string
  placed: PlacedText
  offset: (point: number) => number
  file: BratFile
  labels: ReadonlyMap<string, string>
  /** Ids of relations that became a stance. */
  used: Set<string>
  lost: Lost
}

function statementOf(bounds: readonly TextBound[], within: Within): ForeignStatement {
  const { text, canonical, placed, offset, file, lost } = within
  const [first] = bounds as [TextBound]
  const [start, end] = [offset(first.start), offset(first.end)]
  const range = holds(text.slice(start, end), first.words) ? placed.rangeOf(start, end) : null
  if (!range) lost.positions++
  const note = (kind: string) => bounds.map(({ id }) => file.notes.get(id)?.get(kind) ?? '').find((said) => said !== '') ?? ''
  const attribute = (name: string) => bounds.map(({ id }) => file.attributes.get(id)?.get(name)).find((value) => value !== undefined)
  const status = STATUSES.find((one) => one === attribute('Status'))
  const certainty = attribute('Certainty')
  return {
    range,
    quote: range ? canonical.slice(range.start, range.end) : first.words,
    prefix: '',
    suffix: '',
    tags: bounds.filter(({ type }) => type !== STATEMENT_NOTE).map((bound) => tagOf(bound, within)),
    facts: { ...(status && { status }), ...(certainty && { certainty }) },
    memo: note('AnnotatorNotes'),
    by: note(ANALYST_NOTE),
  }
}

function tagOf({ id, type }: TextBound, { file, labels, used }: Within): ForeignTag {
  const name = labels.get(type) ?? type.replace(/^(actor|theme)_/, '').replaceAll('_', ' ')
  const path = labels.has(type) ? name.split(' > ') : [name]
  if (type.startsWith(TYPE_PREFIX.theme)) return { kind: 'theme', path, stance: stanceOn(id, file, used) }
  if (type.startsWith(TYPE_PREFIX.actor)) {
    const role = ROLES_IN_STATEMENT.find((one) => one === file.attributes.get(id)?.get('Role')) ?? null
    return { kind: 'actor', path: [name], role }
  }
  return { kind: 'code', path: [name] }
}

function stanceOn(id: string, { relations }: BratFile, used: Set<string>): Stance | null {
  const toIt = relations.filter(({ to, type }) => to === id && (STANCES as readonly string[]).includes(type))
  for (const relation of toIt) used.add(relation.id)
  return (toIt[0]?.type as Stance | undefined) ?? null
}

/** Whether a place begins and ends as the file says its words do. */
function holds(place: string, words: string): boolean {
  const told = words.trim().split(/\s+/)
  const there = squeezed(place)
  return there !== '' && there.startsWith(told[0] ?? '') && there.endsWith(told.at(-1) ?? '')
}

/** Whether the pieces of an annotation are only cut at line ends, as brat demands: then it is one passage. */
function isOverLines({ start, end, words }: TextBound, text: string, offset: (point: number) => number): boolean {
  return squeezed(text.slice(offset(start), offset(end))) === squeezed(words)
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

function readLabels(parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const conf = [...parts].find(([name]) => /(^|\/)visual\.conf$/i.test(name))?.[1]
  const lines = conf ? decodeText(conf).text.split(/\r?\n/) : []
  const pairs = lines.flatMap((line): [string, string][] => {
    const [type = '', label = ''] = line.split('|').map((part) => part.trim())
    return /^[\w-]+$/.test(type) && label !== '' ? [[type, label]] : []
  })
  return new Map(pairs)
}

function sentences({ positions, fragments, relations, others, lines }: Lost): string[] {
  return [
    ...(positions > 0
      ? [
          t(
            '{count, plural, one {# annotation had a place that does not hold its words; it is looked for by the words.} other {# annotations had a place that does not hold their words; they are looked for by the words.}}',
            { count: positions },
          ),
        ]
      : []),
    ...(fragments > 0
      ? [
          t(
            '{count, plural, one {# annotation of several pieces became one passage from the first to the last.} other {# annotations of several pieces became one passage each, from the first to the last.}}',
            { count: fragments },
          ),
        ]
      : []),
    ...(relations > 0
      ? [
          t(
            '{count, plural, one {# relation between annotations: Interline has no place for it.} other {# relations between annotations: Interline has no place for them.}}',
            { count: relations },
          ),
        ]
      : []),
    ...(others > 0
      ? [
          t(
            '{count, plural, one {# event, attribute or reference that was not understood.} other {# events, attributes and references that were not understood.}}',
            { count: others },
          ),
        ]
      : []),
    ...(lines > 0
      ? [t('{count, plural, one {# line that is no brat annotation.} other {# lines that are no brat annotations.}}', { count: lines })]
      : []),
  ]
}

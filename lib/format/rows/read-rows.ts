import { printPoint } from '#/lib/annotation/point.ts'
import { nameOf, printReporters, REPORTER_LENGTH } from '#/lib/annotation/reporters.ts'
import { type ActorRole, ROLES_IN_STATEMENT, STANCES, type Stance } from '#/lib/codebook/codebook.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import type { ForeignDocument, ForeignStatement, ForeignTag, ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { type RowsColumn, type RowsHead, readRowsHead } from './rows-head.ts'

/** The most rows of a table. */
export const MOST_ROWS = 200_000

/** The text of a cell; empty for a column that is not there. */
type Cell = (column: RowsColumn) => string

/**
 * Passages from a table: one row for each, or as Interline exports them one for each tag, bound by `excerpt_id`. The texts are not in
 * it: documents are named by id, address or title, passages are found by their words. @param records cells as text, the heading first
 */
export function readRows([first = [], ...records]: readonly (readonly string[])[]): ReadForeign | RefusedSource {
  const head = readRowsHead(first)
  if (!head)
    return refuse(
      'unsupported',
      t(
        'This is no table of passages. Call one of its columns “quote” and one “document”, with the title or the address of each document, and add the file again.',
      ),
    )
  if (records.length > MOST_ROWS)
    return refuse('too-large', t('This table has more than {limit} rows. Split it and add the parts.', { limit: MOST_ROWS }))
  const reader = new RowsReader(head)
  for (const record of records) reader.take((column) => (record[head[column] ?? -1] ?? '').replaceAll('\r\n', '\n').trim())
  return reader.finish()
}

type Growing = ForeignStatement & { tags: ForeignTag[] }

class RowsReader {
  readonly #head: RowsHead
  readonly #documents = new Map<string, ForeignDocument & { statements: Growing[] }>()
  /** By document, id in the file, and words. */
  readonly #statements = new Map<string, Growing>()
  #unquoted = 0
  #unnamed = 0

  constructor(head: RowsHead) {
    this.#head = head
  }

  take(cell: Cell): void {
    const quote = cell('quote')
    const [id, url, title] = [cell('documentId').toLowerCase(), cell('url'), cell('title')]
    if (!quote && !id && !url && !title) return
    if (!quote) this.#unquoted++
    else if (!id && !url && !title) this.#unnamed++
    else this.#takeStatement(cell, quote, { id: isId(id) ? id : null, url, title })
  }

  #takeStatement(cell: Cell, quote: string, named: Pick<ForeignDocument, 'id' | 'url' | 'title'>): void {
    const key = JSON.stringify([named.id, named.url, named.title])
    const about = { text: null, language: null, publishedOn: null, author: '', outlet: '' }
    const document = this.#documents.get(key) ?? { ...named, ...about, statements: [] }
    this.#documents.set(key, document)
    const bound = cell('statement') && JSON.stringify([key, cell('statement'), quote])
    const known = this.#statements.get(bound)
    if (bound && known) {
      known.tags.push(...this.#tagsOf(cell))
      return
    }
    const statement = { ...statementOf(cell, quote), tags: this.#tagsOf(cell) }
    document.statements.push(statement)
    if (bound) this.#statements.set(bound, statement)
  }

  /** A table that speaks of actors and not of their roles is about who said it. */
  #tagsOf(cell: Cell): ForeignTag[] {
    const isOurs = this.#head.tagKind !== undefined
    const list = (column: RowsColumn) => (isOurs ? [cell(column)].filter(Boolean) : listOf(cell(column)))
    const pathOf = (text: string) => namesOf(text, isOurs ? / > / : / > |\\/)
    const role = roleOf(cell('role')) ?? (this.#head.role === undefined ? 'source' : null)
    const actors = (column: RowsColumn, as: ActorRole | null) =>
      list(column).map((name): ForeignTag => ({ kind: 'actor', path: [name], role: as }))
    const stance = stanceOf(cell('stance'))
    return [
      ...actors('actor', role),
      ...actors('organization', role),
      ...actors('recipient', 'recipient'),
      ...list('theme').map((path): ForeignTag => ({ kind: 'theme', path: pathOf(path), stance })),
      // What is no actor and no theme in a table with a column for stances takes it too.
      ...list('code').map(
        (path): ForeignTag => (stance ? { kind: 'theme', path: pathOf(path), stance } : { kind: 'code', path: pathOf(path) }),
      ),
    ]
  }

  finish(): ReadForeign | RefusedSource {
    const documents = [...this.#documents.values()]
    if (documents.length === 0) return refuse('empty', t('There are no passages in this table. Check the file and add it again.'))
    const notes = [
      ...(this.#unquoted > 0
        ? [t('{count, plural, one {# row without words.} other {# rows without words.}}', { count: this.#unquoted })]
        : []),
      ...(this.#unnamed > 0
        ? [t('{count, plural, one {# row that names no document.} other {# rows that name no document.}}', { count: this.#unnamed })]
        : []),
      ...(this.#head.actor !== undefined && this.#head.role === undefined
        ? [t('The table has no column “role”: its actors are taken for sources.')]
        : []),
    ]
    return { ok: true, documents, notes }
  }
}

function statementOf(cell: Cell, quote: string): Omit<ForeignStatement, 'tags'> {
  const [start, end] = [cell('start'), cell('end')].map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN)) as [number, number]
  const at = Date.parse(cell('at'))
  return {
    range: start < end ? { start, end } : null,
    quote,
    prefix: cell('prefix'),
    suffix: cell('suffix'),
    facts: factsOf(cell),
    memo: cell('memo'),
    by: cell('by'),
    ...(Number.isFinite(at) && { at }),
  }
}

function factsOf(cell: Cell): ForeignStatement['facts'] {
  const [latitude, longitude] = [cell('latitude'), cell('longitude')]
  const reporters = cell('reportedBy').split(' > ').filter(Boolean)
  const told = {
    status: cell('status').toLowerCase(),
    certainty: cell('certainty').toLowerCase(),
    date: cell('date'),
    place: cell('place'),
    placePoint: latitude && longitude ? printPoint({ latitude: Number(latitude), longitude: Number(longitude) }) : '',
    placePrecision: cell('precision').toLowerCase(),
    reportedBy: printReporters(reporters.map((name) => ({ name: nameOf(name, REPORTER_LENGTH) }))),
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ''))
}

/** Several in one cell stand on lines of their own or with ";" between. */
const listOf = (text: string): string[] => [...new Set(text.split(/[\n;]/).map((one) => one.trim()))].filter(Boolean)

/** The names of a path: " > " stands between them with us, also "\" with MAXQDA and Dedoose. */
const namesOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((name) => name.trim())
    .filter(Boolean)

const roleOf = (text: string): ActorRole | null => ROLES_IN_STATEMENT.find((role) => role === text.toLowerCase()) ?? null

/** Also as Discourse Network Analyzer says it, in its column "agreement". */
function stanceOf(text: string): Stance | null {
  const said = { 1: 'supports', 0: 'opposes', true: 'supports', false: 'opposes' } as const
  const typed = text.toLowerCase()
  return STANCES.find((stance) => stance === typed) ?? said[typed as keyof typeof said] ?? null
}

import type { Stance } from '#/lib/codebook/codebook.ts'
import type { Book, BookSort } from '#/lib/format/codebook/book.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import type { ForeignDocument, ForeignStatement, ForeignTag, ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { idOf, numberOf, type SqliteFile, textOf } from '#/lib/format/sqlite/sqlite-file.ts'
import { t } from '#/lib/message/t.ts'
import { type DnaEntities, entitiesOf } from './entities.ts'
import { type DnaVariable, sortVariables } from './variables.ts'

/** Whether a database is one of Discourse Network Analyzer 3. */
export function isDna({ tables }: SqliteFile): boolean {
  return ['documents', 'statements', 'variables', 'entities', 'datashorttext'].every((name) => tables.has(name))
}

/** What a statement says in one variable. */
interface Value {
  variable: DnaVariable
  /** Of entities their id, otherwise the value itself. */
  value: string
}

/**
 * Reads a database of Discourse Network Analyzer 3: who is in a person or organization variable becomes an actor that speaks, a concept
 * a theme, agreement the stance. Passwords of coders are not looked at.
 *
 * @param unsaid what entities of other variables become
 */
export function readDna(file: SqliteFile, unsaid: BookSort): ReadForeign | RefusedSource {
  const variables = sortVariables(file, unsaid)
  const entities = entitiesOf(file, variables)
  const values = readValues(file, variables)
  const coders = new Map([...file.rows('coders', ['id', 'name'])].map(({ id, name }) => [idOf(id), textOf(name)]))
  const statements = new Map<string, ForeignStatement[]>()
  const texts = new Map([...file.rows('documents', ['id', 'text'])].map(({ id, text }) => [idOf(id), textOf(text)]))
  for (const row of file.rows('statements', ['id', 'documentid', 'start', 'stop', 'coder'])) {
    const text = texts.get(idOf(row.documentid))
    if (text === undefined) continue
    const own = { start: numberOf(row.start), end: numberOf(row.stop), by: coders.get(idOf(row.coder)) ?? '' }
    const list = statements.get(idOf(row.documentid)) ?? []
    list.push(statementOf(own, text, values.get(idOf(row.id)) ?? [], entities))
    statements.set(idOf(row.documentid), list)
  }
  const documents = readDocuments(file, statements)
  const book: Book = { version: null, kinds: [], actors: entities.actors, themes: entities.themes }
  if (documents.length + book.actors.length + book.themes.length === 0)
    return refuse('empty', t('There are neither documents nor entities in this database.'))
  return { ok: true, name: '', book, documents, notes: notesOf(file) }
}

const VALUE_TABLES = [
  ['datashorttext', 'entity'],
  ['datalongtext', 'value'],
  ['databoolean', 'value'],
  ['datainteger', 'value'],
] as const

function readValues(file: SqliteFile, variables: ReadonlyMap<string, DnaVariable>): Map<string, Value[]> {
  const values = new Map<string, Value[]>()
  for (const [table, column] of VALUE_TABLES)
    for (const row of file.rows(table, ['statementid', 'variableid', column])) {
      const variable = variables.get(idOf(row.variableid))
      if (!variable) continue
      const list = values.get(idOf(row.statementid)) ?? []
      list.push({ variable, value: textOf(row[column]) })
      values.set(idOf(row.statementid), list)
    }
  return values
}

function statementOf(
  { start, end, by }: { start: number; end: number; by: string },
  text: string,
  values: readonly Value[],
  entities: DnaEntities,
): ForeignStatement {
  const stance = stanceOf(values)
  const tags = values.flatMap(({ variable, value }): ForeignTag[] => {
    const path = entities.paths.get(value)
    if (variable.type !== 'short text' || !path) return []
    return variable.sort === 'actor' ? [{ kind: 'actor', path, role: 'source' }] : [{ kind: 'theme', path, stance }]
  })
  const range = start >= 0 && end > start && end <= text.length ? { start, end } : null
  const quote = range ? text.slice(start, end) : ''
  return { range, quote, prefix: '', suffix: '', tags, facts: {}, memo: memoOf(values), by }
}

/** Agreement with the concept, as a yes or no or as a number; null when the statement has none. */
function stanceOf(values: readonly Value[]): Stance | null {
  const said = values.find(({ variable }) => variable.isAgreement)
  if (!said) return null
  const number = Number(said.value)
  if (!Number.isFinite(number)) return null
  if (said.variable.type === 'boolean') return number === 0 ? 'opposes' : 'supports'
  return number === 0 ? 'neutral' : number > 0 ? 'supports' : 'opposes'
}

/** What there is no other place for: notes as they are, other values with what they are called. */
function memoOf(values: readonly Value[]): string {
  const lines = values.flatMap(({ variable: { type, name, isAgreement }, value }) => {
    if (type === 'short text' || isAgreement || value.trim() === '') return []
    return [type === 'long text' ? value.trim() : `${name}: ${type === 'boolean' ? (value === '0' ? 'no' : 'yes') : value}`]
  })
  return lines.join('\n\n')
}

const DAY = /^\d{4}-\d{2}-\d{2}/

function readDocuments(file: SqliteFile, statements: ReadonlyMap<string, readonly ForeignStatement[]>): ForeignDocument[] {
  return [...file.rows('documents', ['id', 'title', 'text', 'author', 'source', 'type', 'date', 'notes'])].map((row) => {
    const seconds = numberOf(row.date)
    const day = Math.abs(seconds) < 1e11 ? new Date(seconds * 1000).toISOString() : ''
    return {
      title: textOf(row.title),
      text: textOf(row.text),
      id: null,
      url: '',
      language: null,
      publishedOn: DAY.exec(day)?.[0] ?? null,
      author: textOf(row.author),
      outlet: textOf(row.source),
      kind: textOf(row.type),
      memo: textOf(row.notes).trim(),
      statements: statements.get(idOf(row.id)) ?? [],
    }
  })
}

function notesOf(file: SqliteFile): string[] {
  const filled = (column: string) => [...file.rows('documents', [column])].filter((row) => textOf(row[column]).trim() !== '').length
  const regexes = [...file.rows('regexes', ['label'])].length
  const sections = filled('section')
  return [
    ...(sections > 0 ? [t('Sections of documents are left out: {count}.', { count: sections })] : []),
    ...(regexes > 0 ? [t('Highlighted search words are left out: {count}.', { count: regexes })] : []),
  ]
}

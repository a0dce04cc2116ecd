import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex, type IdIndex } from '#/lib/anchor/id-index.ts'
import { textRuns } from '#/lib/anchor/original.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import { isFact } from '#/lib/annotation/facts.ts'
import type { Annotation, FactField, IdRun, Quote } from '#/lib/annotation/model.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { checkDocumentMeta, type DocumentMetaInput } from '#/lib/document/check-meta.ts'
import { usualDirection } from '#/lib/document/language-name.ts'
import type { Book, BookSort } from '#/lib/format/codebook/book.ts'
import { cleanBlocks } from '#/lib/format/import/clean-blocks.ts'
import { guessLanguage } from '#/lib/format/import/guess-language.ts'
import { bookOfProject, sortOf } from '#/lib/format/project/book-of-tags.ts'
import { keysByPath } from '#/lib/format/project/book-paths.ts'
import { findQuote } from '#/lib/format/project/find-quote.ts'
import type { ForeignDocument, ForeignProject, ForeignStatement } from '#/lib/format/project/foreign-project.ts'
import { placedLines } from '#/lib/format/project/placed-text.ts'
import { t } from '#/lib/message/t.ts'
import { blocksText, type TextBlock } from '#/lib/text/block.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'

export interface ReadyStatement {
  runs: IdRun[]
  quote: Quote
  /** Keys of the book. */
  actors: { key: string; role: ActorRole }[]
  themes: { key: string; stance: Stance }[]
  facts: Annotation['facts']
  memo: string
  /** ms since 1970; null: the present. */
  at: number | null
}

/** A document of a project, ready to be written: everything that takes time in proportion to its length is done. */
export interface ReadyDocument {
  meta: DocumentMetaInput
  file: { name: string; bytes: Uint8Array }
  /** Canonical form. */
  text: string
  /** Ids of the characters of `text` in `update`, in order. */
  runs: IdRun[]
  wordCount: number
  /** The text document as one Yjs update (v1). */
  update: Uint8Array
  statements: ReadyStatement[]
  /** What was noted about the whole of it; empty: nothing. */
  memo: string
}

/** A statement whose words are to be found in a text that is not in the file. */
export interface OpenStatement
  extends Omit<ReadyStatement, 'runs' | 'quote'>,
    Pick<ForeignStatement, 'range' | 'quote' | 'prefix' | 'suffix'> {}

/** A document that a file names and does not hold. */
export interface ReadyReference extends Pick<ForeignDocument, 'id' | 'url' | 'title'> {
  statements: OpenStatement[]
}

export interface ReadyProject {
  ok: true
  name: string
  book: Book
  documents: ReadyDocument[]
  /** Documents that the file only names. */
  references: ReadyReference[]
  /** What was noted about the project itself; empty: nothing. */
  memo: string
  notes: string[]
}

/** What was left open and is settled here, counted for the notes. */
interface Settled {
  unplaced: number
  roles: number
  people: Set<string>
  empty: number
}

/** Works a project out as far as it can be without the workspace it goes into. @param unsaid what codes are that it does not call either */
export function readyProject(project: ForeignProject, unsaid: BookSort): ReadyProject {
  const book = bookOfProject(project, unsaid)
  const keyOf = keysByPath(book)
  const settled: Settled = { unplaced: 0, roles: 0, people: new Set(), empty: 0 }
  const context = { keyOf, unsaid, settled }
  const documents = project.documents.flatMap((document) => readyDocument(document, context) ?? [])
  const references = project.documents.flatMap((document) => (document.text === null ? [readyReference(document, context)] : []))
  return {
    ok: true,
    name: project.name ?? '',
    book,
    documents,
    references,
    memo: project.memo ?? '',
    notes: [...project.notes, ...sentences(settled)],
  }
}

interface Context {
  keyOf: ReturnType<typeof keysByPath>
  unsaid: BookSort
  settled: Settled
}

function readyDocument(document: ForeignDocument, context: Context): ReadyDocument | null {
  const { settled } = context
  if (document.text === null) return null
  const { blocks, rangeOf } = document.blocks ? asItIs(document.blocks) : placedLines(document.text)
  const text = blocksText(blocks)
  if (!/[\p{L}\p{N}]/u.test(text)) {
    settled.empty++
    return null
  }
  const doc = createTextDoc(blocks)
  const index = buildIdIndex(doc.getText(TEXT_NAME))
  const statements = document.statements.flatMap((statement) => {
    const range = statement.range ? rangeOf(statement.range.start, statement.range.end) : findQuote(text, statement)
    const isPlaced = range !== null && typeof range === 'object'
    if (!isPlaced) settled.unplaced++
    return isPlaced ? [readyStatement(statement, { text, index, range }, context)] : []
  })
  return {
    meta: metaOf(document, text),
    file: document.file ?? { name: `${document.title || 'document'}.txt`, bytes: new TextEncoder().encode(text) },
    text,
    runs: textRuns(doc.getText(TEXT_NAME)),
    wordCount: countWords(text),
    update: Y.encodeStateAsUpdate(doc),
    statements,
    memo: document.memo ?? '',
  }
}

function asItIs(given: readonly TextBlock[]): ReturnType<typeof placedLines> {
  const blocks = cleanBlocks(given)
  const { length } = blocksText(blocks)
  if (length !== blocksText(given).length) throw new Error('The blocks of a project must be clean')
  return { blocks, rangeOf: (start, end) => (start >= 0 && start < end && end <= length ? { start, end } : null) }
}

interface Place {
  text: string
  index: IdIndex
  range: { start: number; end: number }
}

function readyReference({ id, url, title, statements }: ForeignDocument, context: Context): ReadyReference {
  const open = ({ range, quote, prefix, suffix, ...said }: ForeignStatement): OpenStatement => ({
    ...{ range, quote, prefix, suffix },
    ...saidBy(said, context),
  })
  return { id, url, title, statements: statements.map(open) }
}

function readyStatement(statement: ForeignStatement, { text, index, range }: Place, context: Context): ReadyStatement {
  const [start, end] = snapToGraphemes(text, range.start, range.end)
  return { runs: captureRuns(index, start, end), quote: captureQuote(text, start, end), ...saidBy(statement, context) }
}

function saidBy(
  statement: Pick<ForeignStatement, 'tags' | 'facts' | 'memo' | 'by' | 'at'>,
  { keyOf, unsaid, settled }: Context,
): Omit<ReadyStatement, 'runs' | 'quote'> {
  const ready: Omit<ReadyStatement, 'runs' | 'quote'> = {
    actors: [],
    themes: [],
    facts: Object.fromEntries(Object.entries(statement.facts).filter(([field, value]) => isFact(field as FactField, value))),
    memo: statement.memo,
    at: statement.at ?? null,
  }
  if (statement.by) settled.people.add(statement.by)
  for (const tag of statement.tags) {
    const sort = sortOf(tag, unsaid)
    const key = keyOf(sort, tag.path)
    if (key === undefined) continue
    const role = tag.kind === 'actor' ? tag.role : null
    if (sort === 'actor' && role === null) settled.roles++
    if (sort === 'actor') ready.actors.push({ key, role: role ?? 'mentioned' })
    else ready.themes.push({ key, stance: (tag.kind === 'theme' ? tag.stance : null) ?? 'none' })
  }
  return ready
}

/** What a file says of a document must never keep it out: what cannot be kept is empty. */
function metaOf({ title, outlet, author, publishedOn, url, kind = '', language }: ForeignDocument, text: string): DocumentMetaInput {
  const guessed = guessLanguage(text, language ?? undefined)
  const own = { title: title.trim() || t('Untitled'), outlet, author, publishedOn, url, kind }
  const spoken = { language: language ?? guessed.language, direction: language ? usualDirection(language) : guessed.direction }
  const checked = checkDocumentMeta({ ...own, ...spoken })
  if (checked.ok) return checked.meta
  const plain = { outlet: '', author: '', publishedOn: null, url: '', kind: '' }
  const bare = checkDocumentMeta({ ...plain, title: own.title.slice(0, 300).toWellFormed(), ...guessed })
  return bare.ok ? bare.meta : { ...plain, title: t('Untitled'), ...guessed }
}

function sentences({ unplaced, roles, people, empty }: Settled): string[] {
  const names = [...people]
  const others = names.length - 10
  const first = names.slice(0, 10).join(', ')
  return [
    ...(unplaced > 0 ? [t('Passages left out because their words are not in their text: {count}.', { count: unplaced })] : []),
    ...(empty > 0 ? [t('Documents left out because they have no text: {count}.', { count: empty })] : []),
    ...(roles > 0
      ? [
          t(
            'The file does not say who acts and who is acted upon: actors become “mentioned” in {count, plural, one {# place} other {# places}}.',
            { count: roles },
          ),
        ]
      : []),
    ...(names.length > 0
      ? [
          others > 0
            ? t(
                'Coded by {names} and {count, plural, one {# other} other {# others}}: here all of it becomes yours, as nobody can speak for others.',
                { names: first, count: others },
              )
            : t('Coded by {names}: here all of it becomes yours, as nobody can speak for others.', { names: first }),
        ]
      : []),
  ]
}

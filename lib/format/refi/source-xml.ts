import { printFacts } from '#/lib/annotation/facts.ts'
import { nameGuid } from '#/lib/format/codebook/name-guid.ts'
import { xmlAttribute, xmlText } from '#/lib/format/codebook/xml-escape.ts'
import type { ExchangeDocument, ExchangeStatement } from '#/lib/format/project/exchange-project.ts'
import { messagesOf, type Thread } from '#/lib/talk/thread.ts'
import { VARIABLE_NAMES } from './describe-source.ts'
import { positionsIn, type QdpxProfile } from './profiles.ts'
import { dateTime, variableGuid } from './project-head.ts'
import { NOTE_NAMES } from './qde.ts'
import { printStatement } from './statement-fields.ts'

/** Paths of names, by the ids of entries of the codebook. */
export interface EntryPaths {
  actors: ReadonlyMap<string, readonly string[]>
  themes: ReadonlyMap<string, readonly string[]>
}

interface Note {
  guid: string
  name: string
  by: string
  at: number
  text: string
}

/** Name of the text file of a document within the archive. */
export function sourceFileName({ id }: Pick<ExchangeDocument, 'id'>): string {
  return `${nameGuid('file', id)}.txt`
}

/**
 * A document as a `TextSource` with a selection for every statement that has its words, and the notes that hang on them. Statements
 * about the same words stay selections of their own: so what belongs together stays together.
 */
export function sourceXml(document: ExchangeDocument, paths: EntryPaths, profile: QdpxProfile): { source: string; notes: string } {
  const { id, title, createdBy, createdAt, text, url, threads } = document
  const positionOf = positionsIn(text, profile)
  const notes: string[] = []
  const talk = new Map(threads.map((thread) => [thread.annotationId, thread]))
  const selections = document.statements.map((statement) => {
    const own = notesOf(statement, talk.get(statement.id))
    const selection = selectionXml(statement, own, paths, positionOf)
    if (selection) notes.push(...own.map(noteXml))
    return selection
  })
  const file = `plainTextPath="internal://${sourceFileName(document)}"`
  const made = `creatingUser="${createdBy}" creationDateTime="${dateTime(createdAt)}"`
  const described = url ? `<Description>${xmlText(`Address: ${url}`)}</Description>` : ''
  const source = [
    `<TextSource guid="${id}" name="${xmlAttribute(title)}" ${file} ${made}>${described}\n`,
    ...selections,
    ...variableValues(document),
    '</TextSource>\n',
  ]
  return { source: source.join(''), notes: notes.join('') }
}

function selectionXml(
  statement: ExchangeStatement,
  notes: readonly Note[],
  paths: EntryPaths,
  positionOf: (offset: number) => number,
): string {
  const { id, range, quote, by, createdAt, modifiedAt, memos } = statement
  if (!range) return ''
  const memo = memos.map(({ text }) => text).join('\n\n')
  const described = xmlText(printStatement(memo, fieldsOf(statement, paths)))
  const place = `startPosition="${positionOf(range.start)}" endPosition="${positionOf(range.end)}"`
  const who = `creatingUser="${by}" creationDateTime="${dateTime(createdAt)}" modifiedDateTime="${dateTime(modifiedAt)}"`
  return [
    `<PlainTextSelection guid="${id}" name="${xmlAttribute(selectionName(quote))}" ${place} ${who}>`,
    described ? `<Description>${described}</Description>` : '',
    ...codings(statement, paths),
    ...notes.map(({ guid }) => `<NoteRef targetGUID="${guid}"/>`),
    '</PlainTextSelection>\n',
  ].join('')
}

/** Longest name of a selection, UTF-16 units: its words tell whoever reads the file whether they count as we do. */
const LONGEST_NAME = 100

function selectionName(quote: string): string {
  const line = quote.replace(/[\s\u2028]+/g, ' ').trim()
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '')}…` : line
}

function fieldsOf({ actors, themes, facts }: ExchangeStatement, paths: EntryPaths): Parameters<typeof printStatement>[1] {
  return {
    roles: actors.flatMap(({ actorId, role }) => {
      const path = paths.actors.get(actorId)
      return path ? [{ path, role }] : []
    }),
    stances: themes.flatMap(({ themeId, stance }) => {
      const path = paths.themes.get(themeId)
      return path && stance !== 'none' ? [{ path, stance }] : []
    }),
    facts: printFacts(facts),
  }
}

/** One for every code and everybody who put it. An actor in two roles is one code. */
function codings({ id, actors, themes, createdAt }: ExchangeStatement, paths: EntryPaths): string[] {
  const put = new Map<string, string>()
  const add = (code: string, by: string) => {
    const guid = nameGuid('coding', id, code, by)
    const made = `creatingUser="${by}" creationDateTime="${dateTime(createdAt)}"`
    put.set(guid, `<Coding guid="${guid}" ${made}><CodeRef targetGUID="${code}"/></Coding>`)
  }
  for (const { actorId, by } of actors) if (paths.actors.has(actorId)) for (const person of by) add(actorId, person)
  for (const { themeId, by } of themes) if (paths.themes.has(themeId)) for (const person of by) add(themeId, person)
  return [...put.values()]
}

function notesOf({ id, memos }: ExchangeStatement, thread: Thread | undefined): Note[] {
  const said = thread ? messagesOf(thread) : []
  return [
    ...memos.map(({ by, at, text }) => ({ guid: nameGuid('memo', id, by), name: NOTE_NAMES.memo, by, at, text })),
    ...said.map(({ id: entryId, by, at, text }) => ({ guid: entryId, name: NOTE_NAMES.comment, by, at, text })),
  ]
}

function noteXml({ guid, name, by, at, text }: Note): string {
  const made = `creatingUser="${by}" creationDateTime="${dateTime(at)}"`
  return `<Note guid="${guid}" name="${name}" ${made}><PlainTextContent>${xmlText(text)}</PlainTextContent></Note>\n`
}

function variableValues(document: ExchangeDocument): string[] {
  return (Object.keys(VARIABLE_NAMES) as (keyof typeof VARIABLE_NAMES)[]).flatMap((field) => {
    const value = document[field]
    if (!value || (field === 'language' && value === 'und')) return []
    const tag = field === 'publishedOn' ? 'DateValue' : 'TextValue'
    const ref = `<VariableRef targetGUID="${variableGuid(VARIABLE_NAMES[field][0])}"/>`
    return [`<VariableValue>${ref}<${tag}>${xmlText(value)}</${tag}></VariableValue>`]
  })
}

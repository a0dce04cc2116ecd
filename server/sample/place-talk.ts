import type { Db } from '#/db/client.ts'
import { listDocuments } from '#/db/queries/documents.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { insertMemo } from '#/db/queries/memos.ts'
import { beginThread, insertComment, type NewComment, setThreadAssignee, setThreadResolved } from '#/db/queries/threads.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { newId } from '#/lib/id.ts'
import { oneOf } from '#/lib/query/query.ts'
import { mentionsIn } from '#/lib/talk/mentions.ts'
import { idOf } from './place-codebook.ts'
import { SAMPLE_MEMOS, SAMPLE_THREADS, type SampleTalker, type SampleThread } from './talk.ts'

const HOUR_MS = 3_600_000

interface Talkers {
  workspaceId: string
  people: Readonly<Record<SampleTalker, { id: string; name: string }>>
}

/** Who talks, and when: a little earlier than `now`, an hour after the one before. */
class Table {
  readonly people: Talkers['people']
  readonly #workspaceId: string
  #at: number

  constructor({ workspaceId, people }: Talkers, now: number) {
    const turns = SAMPLE_THREADS.reduce((sum, { said }) => sum + said.length + 2, SAMPLE_MEMOS.length)
    this.people = people
    this.#workspaceId = workspaceId
    this.#at = now - (turns + 1) * HOUR_MS
  }

  as(who: SampleTalker): Scope {
    return mintScope(this.#workspaceId, this.people[who].id, 'editor')
  }

  next(): Date {
    this.#at += HOUR_MS
    return new Date(this.#at)
  }
}

/**
 * Puts the discussions and memos of the sample on its statements, actors, themes and documents.
 * @throws when the words of a statement, a title or a name is not there
 */
export async function placeTalk(tx: Db, talkers: Talkers, codebook: Codebook, now: number): Promise<void> {
  const table = new Table(talkers, now)
  for (const thread of SAMPLE_THREADS) await placeThread(tx, table, thread)
  const documents = await listDocuments(tx, table.as('layla'))
  for (const { on, name, by, text } of SAMPLE_MEMOS) {
    const found = on === 'document' ? documents.find(({ title }) => title === name)?.id : idOf(codebook[`${on}s`], name)
    if (!found) throw new Error(`The sample has no document “${name}”`)
    await insertMemo(tx, table.as(by), { id: newId(), subject: on, subjectId: found, text, at: table.next() })
  }
}

async function placeThread(tx: Db, table: Table, { quote, said, assignee, resolvedBy }: SampleThread): Promise<void> {
  const query = oneOf('words', quote)
  const { excerpts } = await pageOfExcerpts(tx, table.as('layla'), { query, sort: 'document' })
  const excerpt = excerpts.find((found) => found.quote === quote)
  if (!excerpt) throw new Error(`Nothing in the sample is tagged “${quote}”`)
  const { annotationId, document } = excerpt
  const add = (by: SampleTalker, entry: Pick<NewComment, 'act' | 'text' | 'mentions' | 'aboutId'>) =>
    insertComment(tx, table.as(by), { id: newId(), annotationId, ...entry, at: table.next() })

  await beginThread(tx, table.as('layla'), { annotationId, documentId: document.id, quote })
  let speaker: SampleTalker = 'layla'
  for (const [by, text] of said) {
    await add(by, { act: 'said', text, mentions: mentionsIn(text, Object.values(table.people)) })
    speaker = by
  }
  if (assignee) {
    const { id } = table.people[assignee]
    await setThreadAssignee(tx, table.as(speaker), annotationId, id)
    await add(speaker, { act: 'assigned', aboutId: id })
  }
  if (resolvedBy) {
    await setThreadResolved(tx, table.as(resolvedBy), annotationId, true)
    await add(resolvedBy, { act: 'resolved' })
  }
}

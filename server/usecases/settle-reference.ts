import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { findSharedLayer } from '#/db/queries/mention-texts.ts'
import { findReferredDocument } from '#/db/queries/referred-document.ts'
import { readRooms } from '#/db/queries/room-contents.ts'
import type { Scope } from '#/db/scope.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { findQuote, type NoPlace } from '#/lib/format/project/find-quote.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { placeStatements } from '#/lib/version/document-state.ts'
import { applyRows } from '#/server/collab/apply-rows.ts'
import type { OpenStatement, ReadyReference } from '#/server/jobs/ready-project.ts'
import { tagsIn } from './book-tags.ts'
import type { BookPutIn } from './put-book-in.ts'

interface Place {
  start: number
  end: number
}

/** What becomes of a statement: its place (canonical UTF-16 offsets), why it has none, or that the same is said there already. */
export type Fate = Place | NoPlace | 'here' | 'not-looked-for'

/** A document here that a file refers to, with what becomes of each of the file's statements about it. */
export interface SettledReference {
  documentId: string
  layerId: string
  /** The text the places were found in. */
  canonical: string
  fates: Fate[]
}

/** How long statements are looked for before others are answered, ms. */
const TURN_MS = 20
/** How long the statements of one file are looked for, ms; what is left then is left out. In a text of millions of signs one takes 0.2 s. */
export const SEARCH_MS = 60_000

/**
 * Looks for the statements of a file in the text of the document it refers to, as it is now. Changes nothing.
 *
 * @param log the database itself: members do not read the log
 * @param until when looking ends, as `performance.now()` says it: a file may name more documents than there is time to read
 * @returns why nothing was looked for: no document is meant, or several, or the time is over
 */
export async function settleReference(
  scope: Scope,
  reference: ReadyReference,
  ids: BookPutIn['ids'],
  { db, log, until }: { db: Db; log: Db; until: number },
): Promise<SettledReference | 'no-document' | 'not-looked-for'> {
  if (performance.now() > until) return 'not-looked-for'
  const documentId = await findReferredDocument(db, scope, reference)
  const layerId = documentId && (await findSharedLayer(db, scope, documentId))
  if (!documentId || !layerId) return 'no-document'
  const [textRoom, layerRoom] = [`text/${documentId}`, `layer/${layerId}`]
  const rooms = await readRooms(log, [textRoom, layerRoom])
  const docOf = (room: string) => {
    const { snapshot = null, updates = [] } = rooms.get(room) ?? {}
    const doc = new Y.Doc()
    doc.transact(() => applyRows(doc, snapshot ? [snapshot, ...updates] : updates, 'import'))
    return doc
  }
  const text = docOf(textRoom)
  const canonical = canonicalText(text.getText(TEXT_NAME))
  const said = saidIn({ text, layer: docOf(layerRoom), merged: await readMerged(db, scope) })
  const fates: Fate[] = []
  const plain = asInFiles(canonical)
  let turn = performance.now()
  for (const statement of reference.statements) {
    const place = performance.now() > until ? 'not-looked-for' : placeOf(statement, canonical, plain)
    fates.push(typeof place === 'object' && said(place, statement, ids) ? 'here' : place)
    if (performance.now() - turn < TURN_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    turn = performance.now()
  }
  return { documentId, layerId, canonical, fates }
}

/** Line breaks within a block are "\n" in files. Offsets stay. */
const asInFiles = (canonical: string) => canonical.replaceAll('\u2028', '\n')

/** A place is believed where its words stand; otherwise the words are looked for. @param plain the text `asInFiles` */
function placeOf({ range, quote, prefix, suffix }: OpenStatement, canonical: string, plain: string): Place | NoPlace {
  const isThere = range !== null && plain.slice(range.start, range.end) === quote
  const found = isThere ? range : findQuote(plain, { quote, prefix, suffix })
  if (typeof found === 'string') return found
  const [start, end] = snapToGraphemes(canonical, found.start, found.end)
  return { start, end }
}

/** Whether somebody says the same of the same words already: all the tags of a statement, its facts and its memo. */
function saidIn({ text, layer, merged }: { text: Y.Doc; layer: Y.Doc; merged: Merged }) {
  const placed = Map.groupBy(placeStatements({ text, layers: [layer], merged }), ({ start, end }) => `${start}-${end}`)
  return ({ start, end }: { start: number; end: number }, statement: OpenStatement, ids: BookPutIn['ids']): boolean => {
    const { actors, themes } = tagsIn(statement, ids)
    return (placed.get(`${start}-${end}`) ?? []).some(
      ({ annotation, ...tags }) =>
        actors.every(({ actorId, role }) => tags.actors.includes(`${actorId}|${role}`)) &&
        themes.every(({ themeId, stance }) => tags.themes.includes(`${themeId}|${stance}`)) &&
        // Files name who reports, and do not say that it is an actor of the codebook.
        Object.entries(statement.facts).every(
          ([field, value]) => field === 'reportedBy' || annotation.facts[field as keyof typeof annotation.facts] === value,
        ) &&
        (statement.memo === '' || annotation.memos.some(({ text: memo }) => memo.trim() === statement.memo.trim())),
    )
  }
}

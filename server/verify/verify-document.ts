import { hash } from 'node:crypto'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { type ProjectedRow, readProjectedRows } from '#/db/queries/excerpt-projection.ts'
import { findLogEnd, readOriginals, type StoredDocument } from '#/db/queries/verify-documents.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import { OriginalTexts } from '#/server/collab/original-texts.ts'
import { fingerprint, type PrintedRow, projectRows } from '#/server/collab/project-rows.ts'
import type { Findings } from './problem.ts'
import { verifyRoom } from './verify-room.ts'

/** Work younger than this may be on its way into the excerpts, ms. */
const ON_ITS_WAY_MS = 15_000
/** Clocks of people that ran ahead were held at the time of projection: to how many ms that is known. */
const CLOCK_SLACK_MS = 60_000

/** Checks everything about one document: its rooms, statements, excerpts and originals. */
export async function verifyDocument(db: Db, document: StoredDocument, findings: Findings, now: number): Promise<void> {
  const text = await verifyRoom(db, `text/${document.id}`, findings)
  const layers: { id: string; doc: Y.Doc }[] = []
  for (const id of document.layerIds) layers.push({ id, doc: await verifyRoom(db, `layer/${id}`, findings) })
  for (const layer of layers) verifyStatements(text, layer, findings)
  await verifyOriginals(db, document.id, findings)
  const end = await logEnd(db, document)
  const before = findings.problems.length
  // What is not projected yet is when the server runs, also after a crash; what is, may have been so a moment ago only.
  if (end.seq > document.projectedSeq) findings.behind++
  else await verifyExcerpts(db, document, text, layers, findings)
  if (findings.problems.length > before && now - end.at < ON_ITS_WAY_MS) {
    findings.problems.length = before
    findings.behind++
  }
  for (const { doc } of [{ doc: text }, ...layers]) doc.destroy()
}

/** The last row of the document's log, and when it was written (ms since 1970); 0 without one. */
async function logEnd(db: Db, { id, layerIds }: StoredDocument): Promise<{ seq: number; at: number }> {
  let end = { seq: 0, at: 0 }
  for (const room of [`text/${id}`, ...layerIds.map((layer) => `layer/${layer}`)]) {
    const last = await findLogEnd(db, room)
    if (last && last.seq > end.seq) end = last
  }
  return end
}

/** Every statement refers to characters that the text has, or had. */
function verifyStatements(text: Y.Doc, { id, doc }: { id: string; doc: Y.Doc }, findings: Findings): void {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(text))
  for (const annotation of readAnnotations(doc)) {
    findings.examined.statements++
    if (annotation.runs.some(([client, clock, length]) => clock + length > (clocks.get(client) ?? 0)))
      findings.add('statements', `layer/${id} statement ${annotation.id}`, 'refers to text that is not there')
  }
}

async function verifyOriginals(db: Db, documentId: string, findings: Findings): Promise<void> {
  for await (const { edition, bytes, byteSize, sha256, text, textSha256 } of readOriginals(db, documentId)) {
    findings.examined.originals++
    const where = `document ${documentId} edition ${edition}`
    if (bytes.length !== byteSize || hash('sha256', bytes) !== sha256)
      findings.add('originals', where, 'the file is not the one that was imported')
    if (hash('sha256', text) !== textSha256) findings.add('originals', where, 'its text is not the one that was read from it')
  }
}

/** What the database says of the document is what follows from its rooms. */
async function verifyExcerpts(
  db: Db,
  document: StoredDocument,
  text: Y.Doc,
  layers: { id: string; doc: Y.Doc }[],
  findings: Findings,
): Promise<void> {
  const where = `document ${document.id}`
  const originals = await new OriginalTexts({ keep: false }).read(db, document.id)
  const { rows, wordCount, differs } = await projectRows(text, layers, originals, await readMerged(db, document))
  const heldAt = document.projectedAt - CLOCK_SLACK_MS
  const stored = new Map((await readProjectedRows(db, document.id)).map((row) => [row.annotationId, row]))
  findings.examined.excerpts += rows.length
  for (const { row } of rows) {
    const there = stored.get(row.annotationId)
    if (!there) findings.add('excerpts', `${where} excerpt ${row.annotationId}`, 'is missing')
    else if (printOf(row, heldAt) !== printOf(there, heldAt))
      findings.add('excerpts', `${where} excerpt ${row.annotationId}`, 'is not what its statement says')
    stored.delete(row.annotationId)
  }
  for (const id of stored.keys()) findings.add('excerpts', `${where} excerpt ${id}`, 'has no statement')
  if (document.projectedSeq === 0) return
  if (document.wordCount !== wordCount) findings.add('excerpts', where, `is said to have ${document.wordCount} words and has ${wordCount}`)
  if (document.differs !== differs) findings.add('excerpts', where, 'is wrongly marked as different from its original, or as the same')
}

function printOf(row: ProjectedRow, heldAt: number): PrintedRow['print'] {
  return fingerprint({ ...row, createdAt: Math.min(row.createdAt, heldAt), modifiedAt: Math.min(row.modifiedAt, heldAt) })
}

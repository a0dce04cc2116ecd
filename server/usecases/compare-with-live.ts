import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { findLayers } from '#/db/queries/editions.ts'
import type { Scope } from '#/db/scope.ts'
import type { ComparedEdition } from '#/lib/edition/compare-edition.ts'
import type { ImportRefusal } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import type { EditionComparison } from '#/server/jobs/compare-edition.ts'
import type { ExtractedDocument, Extraction } from '#/server/jobs/extract.ts'

export interface CompareDeps extends Pick<Extraction, 'extract'>, Pick<EditionComparison, 'compare'> {
  db: Db
}

/** A code, and the sentence for the person who added the file. */
export interface EditionRefused {
  ok: false
  reason: ImportRefusal | 'forbidden' | 'gone'
  message: string
}

export const MAY_NOT: EditionRefused = {
  ok: false,
  reason: 'forbidden',
  get message() {
    return t('Only editors and owners can add editions of a source.')
  },
}
export const NO_DOCUMENT: EditionRefused = {
  ok: false,
  reason: 'gone',
  get message() {
    return t('This document does not exist any more.')
  },
}
const TOO_COMPLEX: EditionRefused = {
  ok: false,
  reason: 'too-complex',
  get message() {
    return t('The file was read, but comparing it with the text took too long. Nothing was changed. Try again in a moment.')
  },
}

/** Reads a file and works out what it does to a document as it is committed now, for the statements this person sees. */
export async function compareWithLive(
  scope: Scope,
  documentId: string,
  file: { fileName: string; bytes: Uint8Array },
  { db, extract, compare }: CompareDeps,
): Promise<{ ok: true; source: ExtractedDocument; compared: ComparedEdition } | EditionRefused> {
  const layers = await findLayers(db, scope, documentId)
  if (!layers) return NO_DOCUMENT
  const source = await extract(file, scope.userId)
  if (!source.ok) return source
  const states = (isVisible: boolean) =>
    Promise.all(layers.filter((layer) => layer.isVisible === isVisible).map(({ id }) => stateOf(db, `layer/${id}`)))
  const compared = await compare(
    {
      text: await stateOf(db, `text/${documentId}`),
      next: source.update,
      layers: await states(true),
      hidden: await states(false),
    },
    scope.userId,
  )
  return compared ? { ok: true, source, compared } : TOO_COMPLEX
}

/** Everything in it is committed: what is shown to others is always in the log first. */
async function stateOf(db: Db, room: string): Promise<Uint8Array> {
  const doc = await loadRoom(db, room)
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { keepOriginalRuns, listOriginalHashes, readOriginalTexts } from '#/db/queries/originals.ts'
import { readFirstUpdate } from '#/db/queries/room-log.ts'
import { textRuns } from '#/lib/anchor/original.ts'
import type { OriginalText } from '#/lib/anchor/original-words.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'

/** The applied editions of a document's source. */
export interface Originals {
  /** Oldest first. */
  texts: OriginalText[]
  /** Hex SHA-256 of the text of the latest; null for a document without a source. */
  latestSha256: string | null
}

/** UTF-16 units of text that are remembered in all. */
const MOST_UNITS = 16_000_000

/**
 * The originals of the documents that are being projected: they never change once they are applied, and a document is
 * projected again and again while people work on it. Those that were not asked for the longest time are forgotten first.
 */
export class OriginalTexts {
  readonly #documents = new Map<string, { hashes: string; originals: Originals; units: number }>()
  readonly #keep: boolean
  #units = 0

  /** @param keep false: changes nothing in the database */
  constructor({ keep = true } = {}) {
    this.#keep = keep
  }

  /** All applied originals of a document. */
  async read(db: Db, documentId: string): Promise<Originals> {
    const editions = await listOriginalHashes(db, documentId)
    const hashes = editions.map(({ edition, textSha256 }) => `${edition}:${textSha256}`).join()
    const known = this.#documents.get(documentId)
    const texts = known?.hashes === hashes ? known.originals.texts : await readTexts(db, documentId, this.#keep)
    const originals = { texts, latestSha256: editions.at(-1)?.textSha256 ?? null }
    this.#remember(documentId, hashes, originals)
    return originals
  }

  #remember(documentId: string, hashes: string, originals: Originals): void {
    this.#forget(documentId)
    const units = originals.texts.reduce((sum, { text }) => sum + text.length, 0)
    this.#documents.set(documentId, { hashes, originals, units })
    this.#units += units
    for (const [oldest] of this.#documents) {
      if (this.#units <= MOST_UNITS) break
      this.#forget(oldest)
    }
  }

  #forget(documentId: string): void {
    this.#units -= this.#documents.get(documentId)?.units ?? 0
    this.#documents.delete(documentId)
  }
}

async function readTexts(db: Db, documentId: string, keep: boolean): Promise<OriginalText[]> {
  const rows = await readOriginalTexts(db, documentId)
  return Promise.all(rows.map(async (row) => (row.runs ? row : { ...row, runs: await deriveRuns(db, documentId, row, keep) })))
}

/**
 * The identity of the characters of an original that was imported before it was kept: read off the first content of the
 * document's room, if that is this text, and kept from now on if that is wanted.
 */
async function deriveRuns(db: Db, documentId: string, { edition, text }: OriginalText, keep: boolean): Promise<IdRun[] | null> {
  const first = await readFirstUpdate(db, `text/${documentId}`)
  if (!first || crc32(first.bytes) !== first.crc32) return null
  const doc = new Y.Doc()
  Y.applyUpdate(doc, first.bytes)
  const flat = doc.getText(TEXT_NAME)
  if (canonicalText(flat) !== text) return null
  const runs = textRuns(flat)
  if (keep) await keepOriginalRuns(db, documentId, edition, runs)
  return runs
}

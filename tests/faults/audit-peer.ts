import * as Y from 'yjs'
import type { Database } from '#/db/client.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import { type Audited, printRooms } from './audit-document.ts'
import { readFound } from './found.ts'

/** A document as a bare Hocuspocus stored it. It has no rows of excerpts. */
export async function auditPeer({ pool }: Database, document: LiveDocument): Promise<Audited> {
  const [text, layer] = await Promise.all([document.text, document.layer].map((name) => readPeerDocument(pool, name)))
  if (!text || !layer) throw new Error('Nothing was read')
  return { found: readFound(text, layer), prints: printRooms(text, layer), astray: [], drift: [] }
}

/** A document of the peer as it is stored now; empty when it is not. */
export async function readPeerDocument(pool: Database['pool'], name: string): Promise<Y.Doc> {
  const { rows } = await pool.query<{ state: Buffer }>('select state from peer_documents where name = $1', [name])
  const doc = new Y.Doc()
  if (rows[0]) Y.applyUpdate(doc, new Uint8Array(rows[0].state))
  return doc
}

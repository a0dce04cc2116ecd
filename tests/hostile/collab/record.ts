import * as Y from 'yjs'
import { CollabClient } from '#/components/collab/client.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { openRoom, saved, webSocketWith } from '#/tests/support/collab-client.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import type { SitePerson } from './people-the-site.ts'

/** Lets a person work in a document with the product's own client, and answers every frame it sent. */
export async function recordTraffic(
  server: { url: string; origin: string },
  { user, cookie }: SitePerson,
  { document, workspaceId }: { document: LiveDocument; workspaceId: string },
): Promise<Uint8Array[]> {
  const frames: Uint8Array[] = []
  const Plain = webSocketWith({ cookie, origin: server.origin })
  class Recording extends Plain {
    override send(data: string | Uint8Array<ArrayBuffer>): void {
      if (data instanceof Uint8Array) frames.push(data.slice())
      super.send(data)
    }
  }
  const tab = new CollabClient({ url: server.url, generation: 1, user, WebSocketPolyfill: Recording })
  const text = await openRoom(tab, document.text)
  const layer = await openRoom(tab, document.layer)
  await openRoom(tab, `workspace/${workspaceId}`)
  const words = text.doc.getText(TEXT_NAME)
  for (let i = 0; i < 40; i++) {
    if (i % 4 === 0) words.insert(words.length, ` said ${i}`)
    else if (i % 4 === 1) words.format(2, 4 + (i % 5), { bold: i % 8 === 1 ? true : null })
    else if (i % 4 === 2) words.delete(words.length - 3, 2)
    else words.insert(3, 'a')
    await saved(tab)
  }
  const [start, end] = [4, 12]
  const passage = { runs: captureRuns(buildIdIndex(words), start, end), quote: captureQuote(canonicalText(words), start, end) }
  createAnnotation(layer.doc, { userId: user.id, ...passage, actors: [{ actorId: newId(), role: 'source' }], themes: [] }, 'record')
  text.provider.awareness?.setLocalStateField('cursor', { anchor: 1, head: 2 })
  await saved(tab)
  await tab.destroy()
  return frames
}

/** A change that is as it should be, of a client nobody knows yet. */
export function freshChange(state: Uint8Array, clientId: number, word: string): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  doc.getText(TEXT_NAME).insert(1, word)
  const update = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return update
}

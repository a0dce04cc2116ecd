import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { RawClient, SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'
import type { Answer, Visitor } from './visit.ts'

interface Room {
  name: string
  kind: string
}

/** Opens rooms over one socket, reads them, and tries to change them. Text first: what is tagged is read there. */
export async function openRooms(visitor: Visitor, userId: string, rooms: readonly Room[]): Promise<Answer[]> {
  const server = { url: `${visitor.url.replace('http', 'ws')}/collab`, origin: visitor.url }
  const client = new RawClient(server, visitor.cookie)
  try {
    await until('the socket is decided', () => client.ws.readyState === WebSocket.OPEN || client.closedWith !== null)
    if (client.closedWith !== null) return rooms.map(() => ({ outcome: 'no socket', words: `closed ${client.closedWith}` }))
    let text = new Y.Doc()
    const answers: Answer[] = []
    for (const room of rooms) {
      const refusals = client.denied.length
      client.authenticate(room.name)
      await until(
        'the room is decided',
        () => client.granted.includes(room.name) || client.denied.length > refusals || client.closedWith !== null,
      )
      if (!client.granted.includes(room.name)) {
        answers.push({ outcome: 'not found', words: `${client.denied.at(-1)} ${client.closedWith}` })
        continue
      }
      const doc = await client.join(room.name)
      if (room.kind === 'text') {
        await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
        text = doc
      }
      const answered = client.statuses.length
      client.sync(room.name, SYNC.UPDATE, change(room.kind, doc, text, userId))
      await until('the change was answered', () => client.statuses.length > answered || client.closedWith !== null)
      const taken = client.statuses.length > answered && client.statuses.at(-1) === true
      answers.push({ outcome: taken ? 'read-write' : 'read-only', words: `${taken}` })
    }
    return answers
  } finally {
    client.close()
  }
}

/** A change that is right in everything but perhaps the person. */
function change(kind: string, doc: Y.Doc, text: Y.Doc, userId: string): Uint8Array {
  const before = Y.encodeStateVector(doc)
  if (kind === 'layer') {
    const words = text.getText(TEXT_NAME)
    const passage = { runs: captureRuns(buildIdIndex(words), 4, 12), quote: captureQuote(canonicalText(words), 4, 12) }
    createAnnotation(doc, { userId, ...passage, actors: [{ actorId: newId(), role: 'source' }], themes: [] }, 'test')
  } else doc.getText(TEXT_NAME).insert(Math.min(1, doc.getText(TEXT_NAME).length), 'x')
  return Y.encodeStateAsUpdate(doc, before)
}

// Two honest people in the product's own client: one types a word every so often, the other one sees it. In a process of its
// own, so that what they feel is the server's slowness and not that of the attackers' program.
import * as Y from 'yjs'
import type { CollabRoom } from '#/components/collab/room.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { openRoom, openTab } from '#/tests/support/collab-client.ts'
import { until } from '#/tests/support/until.ts'
import type { HonestReport, HonestTask } from './honest.ts'

const EVERY_MS = 40

process.once('message', async ({ server, people, room }: HonestTask) => {
  const [writer, reader] = await Promise.all(people.map((person) => openRoom(openTab(server, person), room)))
  if (!writer || !reader) throw new Error('It takes two')
  const sentAt = new Map<string, number>()
  const ms: number[] = []
  reader.doc.getText(TEXT_NAME).observe((event) => {
    for (const { insert } of event.delta) {
      if (typeof insert !== 'string') continue
      for (const word of insert.split(' ')) {
        const at = sentAt.get(word)
        if (at === undefined) continue
        ms.push(performance.now() - at)
        sentAt.delete(word)
      }
    }
  })
  let words = 0
  const typing = setInterval(() => type(writer, `w${++words}`, sentAt), EVERY_MS)
  process.once('message', async () => {
    clearInterval(typing)
    const expected = canonicalText(writer.doc.getText(TEXT_NAME))
    await until('everything arrived', () => sentAt.size === 0, 15_000).catch(() => {})
    const report: HonestReport = {
      ms,
      words,
      unseen: sentAt.size,
      text: expected,
      seen: canonicalText(reader.doc.getText(TEXT_NAME)),
      isEqual: Buffer.from(Y.encodeStateVector(writer.doc)).equals(Buffer.from(Y.encodeStateVector(reader.doc))),
      refused: writer.status.refusedReason,
    }
    process.send?.(report, () => process.exit())
  })
  process.send?.('typing')
})
process.once('disconnect', () => process.exit())

function type({ doc, status }: CollabRoom, word: string, sentAt: Map<string, number>): void {
  if (status.isReadOnly) return
  const text = doc.getText(TEXT_NAME)
  sentAt.set(word, performance.now())
  text.insert(text.length, ` ${word}`)
}

import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { type TcpProxy, tcpProxy } from '#/tests/support/tcp-proxy.ts'
import { until } from '#/tests/support/until.ts'

const { db } = testDatabase()
let server: TestCollab
const peers: Peer[] = []

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()))
  await server.stop()
})

/** A person whose network comes and goes, who types numbered words and sometimes deletes one of them. */
class Peer {
  readonly tab: CollabClient
  readonly room: CollabRoom
  readonly network: TcpProxy
  readonly #name: string
  #typed = 0
  readonly words = new Set<string>()

  constructor(name: string, tab: CollabClient, room: CollabRoom, network: TcpProxy) {
    this.#name = name
    this.tab = tab
    this.room = room
    this.network = network
  }

  act(chance: Rng): void {
    const choice = chance.next()
    if (choice < 0.7) this.#type(chance)
    else if (choice < 0.8) this.#delete()
    else if (choice < 0.9) this.network.cut()
    else this.network.restore()
  }

  #type(chance: Rng): void {
    if (!this.room.status.isReady) return
    const text = this.room.doc.getText(TEXT_NAME)
    const word = ` ${this.#name}${++this.#typed}.`
    // Between words, so that each stays whole.
    const places = [...text.toString().matchAll(/ |$/g)].map((match) => match.index).filter((at) => at > 0)
    text.insert(places.length > 0 ? chance.pick(places) : text.length, word)
    this.words.add(word.trim())
  }

  #delete(): void {
    const [word] = this.words
    const text = this.room.doc.getText(TEXT_NAME)
    const at = word ? text.toString().indexOf(` ${word}`) : -1
    if (!word || at < 0) return
    text.delete(at, word.length + 1)
    this.words.delete(word)
  }

  async close(): Promise<void> {
    await this.tab.destroy()
    await this.network.close()
  }
}

/** Everything two replicas must agree on: the words, and how far each of them knows each client. */
function state(doc: Y.Doc): string {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)
  return JSON.stringify([clocks, canonicalText(doc.getText(TEXT_NAME))])
}

test.each([1, 2, 3])(
  'networks that come and go lose nothing, double nothing, and everybody ends alike (seed %i)',
  async (seed) => {
    server = await startCollab(db)
    const { scope } = await makeWorkspace(db)
    const document = await makeLiveDocument(db, scope, 'Start')
    for (const name of ['a', 'b', 'c']) {
      const { user } = await makeMember(db, scope.workspaceId, 'editor')
      const network = await tcpProxy(Number(new URL(server.url).port), 3)
      const { cookie } = await signIn(db, user.id)
      const tab = openTab({ url: `ws://127.0.0.1:${network.port}/collab`, origin: server.origin }, { user, cookie })
      peers.push(new Peer(name, tab, tab.openRoom(document.text), network))
    }
    await until('all have the text', () => peers.every((peer) => peer.room.status.isReady))
    const chance = rng(seed)
    for (let step = 0; step < 400; step++) {
      chance.pick(peers).act(chance)
      if (step % 4 === 0) await new Promise((resolve) => setTimeout(resolve, chance.next() * 30))
    }
    for (const peer of peers) peer.network.restore()
    await until('all are back', () => peers.every((peer) => peer.room.status.isSynced), 20_000)
    await Promise.all(peers.map((peer) => saved(peer.tab)))
    const stored = await loadRoom(db, document.text)
    await until('all have the same', () => peers.every((peer) => state(peer.room.doc) === state(stored)))
    expect(stored.store.pendingStructs).toBeNull()
    const counts = new Map<string, number>()
    for (const word of canonicalText(stored.getText(TEXT_NAME)).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
    const expected = new Set(['Start', ...peers.flatMap((peer) => [...peer.words])])
    expect(new Set(counts.keys())).toEqual(expected)
    expect([...counts.values()].every((count) => count === 1)).toBe(true)
  },
  60_000,
)

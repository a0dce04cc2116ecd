// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { sameBlocks } from '#/lib/text/binding.ts'
import { canonicalText, createTextDoc } from '#/lib/text/flat.ts'
import { allBlocks, flatSize } from '#/lib/text/positions.ts'
import { cloneDoc, exchange, exchangeAll, openPeer, type Peer } from '#/lib/text/testing/peer.ts'
import { HOSTILE, randomEdit } from '#/lib/text/testing/random-edit.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'

/** ms; a busy machine is no failure. */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 15)

let peers: Peer[] = []
afterEach(() => {
  for (const peer of peers) peer.destroy()
  peers = []
})

function expectSame(peer: Peer, what: string) {
  const projected = textToDoc(peer.text, peer.editor.schema)
  if (sameBlocks(projected, peer.editor.state.doc)) return
  expect(
    allBlocks(peer.editor.state.doc).map(({ node }) => node.toString()),
    what,
  ).toEqual(allBlocks(projected).map(({ node }) => node.toString()))
}

test(
  `editors and text stay equal through ${SEEDS} random histories of three people`,
  () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      const source = createTextDoc(Array.from({ length: 5 }, () => ({ type: 'paragraph', spans: [{ text: 'abcdefghij'.repeat(3) }] })))
      peers = [1, 2, 3].map((client) => openPeer(cloneDoc(source, client)))
      for (let round = 0; round < 12; round++) {
        for (const [i, peer] of peers.entries()) {
          for (let k = 0; k < 4; k++) {
            const done = random.chance(0.05)
              ? `undo ${peer.undo.undo()}`
              : random.chance(0.03)
                ? `redo ${peer.undo.redo()}`
                : randomEdit(peer.editor, random, HOSTILE)
            expectSame(peer, `seed ${seed}, round ${round}, person ${i}, after ${done}`)
          }
        }
        if (random.chance(0.6)) exchange(peers[0]!.doc, peers[1]!.doc)
        if (random.chance(0.6)) exchange(peers[1]!.doc, peers[2]!.doc)
        for (const [i, peer] of peers.entries()) expectSame(peer, `seed ${seed}, round ${round}, person ${i}, after an exchange`)
      }
      exchangeAll(peers.map((peer) => peer.doc))
      const fresh = cloneDoc(peers[0]!.doc).getText('t')
      for (const [i, peer] of peers.entries()) {
        expectSame(peer, `seed ${seed}, person ${i} at the end`)
        expect(canonicalText(peer.text), `seed ${seed}, person ${i}: same text`).toBe(canonicalText(fresh))
        expect(sameBlocks(textToDoc(fresh, peer.editor.schema), peer.editor.state.doc), `seed ${seed}, person ${i}: same blocks`).toBe(true)
        expect(flatSize(peer.editor.state.doc)).toBe(peer.text.length)
        expect(peer.text.toString().startsWith('\n'), `seed ${seed}: opener first`).toBe(true)
        expect(peer.binding.fullRenders, `seed ${seed}, person ${i}: rendered anew`).toBe(1)
      }
      for (const peer of peers) peer.destroy()
      peers = []
    }
  },
  PATIENCE,
)

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { hashSteps, stateHash } from './state-hash.ts'

/** A small generator of numbers, so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function edit(doc: Y.Doc, random: (below: number) => number): void {
  const text = doc.getText('t')
  const at = random(text.length + 1)
  const what = random(10)
  if (what < 5) text.insert(at, 'words '.slice(0, 1 + random(6)))
  else if (what < 7) text.delete(at, Math.min(random(5), text.length - at))
  else if (what < 8) text.format(at, Math.min(4, text.length - at), { bold: random(2) ? true : null })
  else doc.getMap('m').set(`k${random(4)}`, { n: random(9) })
}

test('copies that have the same changes have the same hash, however the changes came', () => {
  const seed = Date.now() % 1_000_000
  const random = randomFrom(seed)
  for (let round = 0; round < 12; round++) {
    const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc({ gc: false })]
    for (let i = 0; i < 60; i++) {
      edit(docs[random(3)] as Y.Doc, random)
      const [from, to] = [docs[random(3)] as Y.Doc, docs[random(3)] as Y.Doc]
      if (random(3) === 0) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
    }
    for (let i = 0; i < 3; i++) for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    const reloaded = new Y.Doc()
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(docs[0] as Y.Doc))
    const hashes = [...docs, reloaded].map(stateHash)
    expect(new Set(hashes.map(({ hash, vector }) => hash + vector)).size, `seed ${seed}, round ${round}`).toBe(1)
  }
})

test('two contents under one id, at one state vector, differ', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.clientID = 7
  b.clientID = 7
  a.getText('t').insert(0, 'IMPORTANT')
  b.getText('t').insert(0, 'unlimited')
  expect(stateHash(a).vector).toBe(stateHash(b).vector)
  expect(stateHash(a).hash).not.toBe(stateHash(b).hash)
})

test('a deletion and a value show, and pauses change nothing', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'word '.repeat(40_000))
  const before = stateHash(doc)
  const steps = [...hashSteps(doc)]
  expect(steps.length).toBeGreaterThan(0)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(stateHash(copy)).toEqual(before)
  copy.getText('t').delete(7, 1)
  expect(stateHash(copy)).toMatchObject({ vector: before.vector })
  expect(stateHash(copy).hash).not.toBe(before.hash)
})

test('changes that wait for others are said to wait', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.getText('t').insert(0, 'first')
  const known = Y.encodeStateVector(a)
  a.getText('t').insert(5, ' second')
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, known))
  expect(stateHash(b).vector).toBe('pending')
})

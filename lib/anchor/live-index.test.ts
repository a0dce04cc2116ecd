import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'

/** ms; a busy machine is no failure. */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 30)

interface Person {
  doc: Y.Doc
  text: Y.Text
  undo: Y.UndoManager
  /** Updates of the others that have not arrived. */
  inbox: Uint8Array[]
}

/** What the live index says must be what one built now says. */
function expectEqual(text: Y.Text, what: string): void {
  const live = liveIndex(text)
  const built = buildIdIndex(text)
  expect(live.dump(), what).toEqual(built.dump())
  expect(live.flatLength, what).toBe(text.length)
}

function expectAnswers(text: Y.Text, random: Rng, what: string): void {
  const [live, built] = [liveIndex(text), buildIdIndex(text)]
  const flat = text.toString()
  expect([live.base, live.length], what).toEqual([built.base, built.length])
  for (let i = 0; i < 5; i++) {
    const from = random.int(0, text.length)
    const to = random.int(from, text.length)
    expect(live.runs(from, to), what).toEqual(built.runs(from, to))
    expect(live.slice(from, to), what).toBe(flat.slice(from, to))
    expect(live.isOpener(from), what).toBe(flat[from] === '\n')
    for (const [client, clock, length] of live.runs(from, to))
      expect(
        live.pieces(client, clock, length).reduce((sum, piece) => sum + (piece.state === 'alive' ? piece.length : 0), 0),
        what,
      ).toBe(length)
    const [client] = random.pick([...text.doc!.store.clients])
    const clock = random.int(0, 400)
    expect(join(live.pieces(client, clock, 50)), what).toEqual(join(built.pieces(client, clock, 50)))
  }
}

/** Peers cut the same characters into different spans. */
function join(pieces: ReturnType<ReturnType<typeof liveIndex>['pieces']>) {
  return pieces.flatMap(({ clock, length, state, flat }) =>
    Array.from({ length }, (_, i) => [clock + i, state, flat === null || state === 'dead' ? flat : flat + i]),
  )
}

function edit({ text }: Person, random: Rng): void {
  const at = random.int(1, text.length)
  const length = Math.min(text.length - at, random.int(1, random.chance(0.1) ? 60 : 6))
  random.pick([
    () => text.insert(at, random.pick(['a', 'bc', '\n', 'longer words ']), random.chance(0.3) ? { bold: true } : {}),
    () => text.insert(at, 'typed'),
    () => length > 0 && text.delete(at, length),
    () => length > 0 && text.format(at, length, { italic: random.pick([true, null]) }),
    () => text.doc!.getMap('other').set(`${random.int(0, 9)}`, 1),
  ])()
}

function act(person: Person, random: Rng, what: string): void {
  const { doc, text, undo, inbox } = person
  if (random.chance(0.1)) undo.undo()
  else if (random.chance(0.05)) undo.redo()
  else if (random.chance(0.4) && inbox.length > 0) {
    const some = inbox.splice(0, random.int(1, inbox.length))
    if (random.chance(0.5)) Y.applyUpdate(doc, Y.mergeUpdates(some))
    // In any order: Yjs keeps what comes too early until the rest is there.
    else for (const update of random.chance(0.5) ? some.reverse() : some) Y.applyUpdate(doc, update)
  } else {
    doc.transact(() => {
      for (let i = random.int(1, 4); i > 0; i--) {
        edit(person, random)
        if (random.chance(0.5)) expectEqual(text, `${what}, in the middle`)
      }
    }, 'own')
  }
}

test(
  `a live index says what one built anew says, through ${SEEDS} histories of three people`,
  () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      const source = Y.encodeStateAsUpdate(
        createTextDoc(Array.from({ length: 5 }, () => ({ type: 'paragraph', spans: [{ text: 'some words' }] }))),
      )
      const people = [1, 2, 3].map((client): Person => {
        const doc = new Y.Doc()
        doc.clientID = client
        const text = doc.getText(TEXT_NAME)
        // One of them asks before anything is there.
        if (client === 1) liveIndex(text)
        Y.applyUpdate(doc, source)
        liveIndex(text)
        return { doc, text, undo: new Y.UndoManager(text, { trackedOrigins: new Set(['own']), captureTimeout: 0 }), inbox: [] }
      })
      for (const person of people) {
        person.doc.on('update', (update, origin) => {
          if (origin === 'own' || origin instanceof Y.UndoManager)
            for (const other of people) if (other !== person) other.inbox.push(update)
        })
        // Whoever listens asks in the middle of things, and changes more.
        person.text.observe(({ transaction }) => {
          expectEqual(person.text, `seed ${seed}, as a listener`)
          if (transaction.origin !== 'own' || !random.chance(0.1)) return
          person.doc.transact(() => edit(person, random), 'own')
          expectEqual(person.text, `seed ${seed}, after a listener's change`)
        })
      }
      for (let step = 0; step < 80; step++) {
        const what = `seed ${seed}, step ${step}`
        const person = random.pick(people)
        act(person, random, what)
        expectEqual(person.text, what)
        expectAnswers(person.text, random, what)
      }
    }
  },
  PATIENCE,
)

test('much text at once is read as a whole', () => {
  const [doc, other] = [new Y.Doc(), new Y.Doc()]
  const text = doc.getText(TEXT_NAME)
  expect(liveIndex(text).length).toBe(0)
  const source = other.getText(TEXT_NAME)
  other.transact(() => {
    for (let i = 0; i < 3_000; i++) source.insert((i * 7) % (source.length + 1), i % 2 ? 'ab' : '\n')
  })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expectEqual(text, 'all at once')
  text.delete(1_000, 2_000)
  expectEqual(text, 'less again')
})

test('an index first asked for in the middle of a transaction follows the rest of it', () => {
  const doc = createTextDoc([{ type: 'paragraph', spans: [{ text: 'one two three' }] }])
  const text = doc.getText(TEXT_NAME)
  doc.transact(() => {
    text.insert(4, ' and a half')
    expectEqual(text, 'first')
    text.delete(2, 5)
    expectEqual(text, 'second')
  })
  expectEqual(text, 'after')
})

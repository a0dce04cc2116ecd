// @vitest-environment jsdom
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAliases } from '#/lib/anchor/alias.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import type { Placement } from '#/lib/annotation/model.ts'
import { newId } from '#/lib/id.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc, exchangeAll, openPeer, type Peer } from '#/lib/text/testing/peer.ts'
import { type EditKind, HOSTILE, REALISTIC, randomEdit } from '#/lib/text/testing/random-edit.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'

/*
 * Every character of a run is unique, so which words belong to a passage can be said exactly: those it was put on and
 * those typed between two of them. Three people edit in real editors, meet now and then, and the result is judged on
 * every peer and on a document loaded afresh. Paragraphs are few and short: contention is far above real work.
 */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 8)
const USER = newId()

interface Passage {
  characters: Set<string>
}
interface Tally {
  living: number
  exact: number
  lost: number
  dead: number
  orphans: number
}

/** Pastes and copies repeat characters, and broken pairs are not characters: left out so that the oracle stays exact. */
const only = (weights: Record<EditKind, number>, without: readonly EditKind[]) =>
  Object.fromEntries(Object.entries(weights).filter(([kind]) => !without.includes(kind)))
const STRUCTURAL = only(HOSTILE, ['pasteSlice', 'pasteHtml', 'emoji', 'half', 'move', 'replaceAll', 'everywhere'])
const MOVING = { ...REALISTIC, move: 8 }

const words = (text: string) => [...text].filter((character) => character !== '\n' && character !== '\u2028')

class World {
  readonly peers: Peer[]
  readonly layers: Y.Doc[]
  readonly passages = new Map<string, Passage>()
  readonly random: Rng
  /** Every character anybody has seen, and those somebody has deleted at some time. */
  readonly #seen = new Set<string>()
  readonly #deleted = new Set<string>()
  #next = 0

  constructor(seed: number, paragraphs: number) {
    this.random = rng(seed)
    const source = createTextDoc(Array.from({ length: paragraphs }, () => ({ type: 'paragraph', spans: [{ text: this.fresh(60) }] })))
    this.peers = [101, 102, 103].map((client) => openPeer(cloneDoc(source, client)))
    this.layers = [201, 202, 203].map((client) => cloneDoc(new Y.Doc(), client))
    for (let i = 0; i < 12; i++) this.tag(i % 3)
    this.meet()
  }

  /** Characters nobody has used yet. */
  fresh(length: number): string {
    return Array.from({ length }, () => String.fromCharCode(0x4e00 + this.#next++)).join('')
  }

  tag(person: number): void {
    const { text } = this.peers[person]!
    const canonical = canonicalText(text)
    if (canonical.length < 10) return
    let start = this.random.int(0, canonical.length - 6)
    let end = Math.min(canonical.length, start + this.random.int(3, this.random.chance(0.2) ? 90 : 25))
    while (start < end && canonical[start] === '\n') start++
    while (end > start && canonical[end - 1] === '\n') end--
    if (end <= start) return
    const runs = captureRuns(buildIdIndex(text), start, end)
    const id = createAnnotation(
      this.layers[person]!,
      { userId: USER, runs, quote: captureQuote(canonical, start, end), actors: [], themes: [] },
      'own',
    )
    this.passages.set(id, { characters: new Set(words(canonical.slice(start, end))) })
  }

  edit(person: number, weights: Record<EditKind, number>): void {
    const peer = this.peers[person]!
    const before = words(canonicalText(peer.text))
    if (this.random.chance(0.04)) peer.undo.undo()
    else randomEdit(peer.editor, this.random, weights, (length) => this.fresh(length))
    const now = words(canonicalText(peer.text))
    const left = new Set(now)
    for (const character of now) this.#seen.add(character)
    for (const character of before) if (!left.has(character)) this.#deleted.add(character)
    this.#grow(before, now, this.layers[person]!)
  }

  meet(): void {
    exchangeAll(this.peers.map((peer) => peer.doc))
    exchangeAll(this.layers)
  }

  /** What was typed between two characters of a passage belongs to it, and what was typed in place of its first or last words. */
  #grow(before: readonly string[], now: readonly string[], layer: Y.Doc): void {
    const known = new Map(before.map((character, i) => [character, i]))
    for (let i = 0; i < now.length; i++) {
      if (known.has(now[i]!)) continue
      let end = i
      while (end < now.length && !known.has(now[end]!)) end++
      const replaced = before.slice((known.get(now[i - 1]!) ?? -1) + 1, known.get(now[end]!) ?? before.length)
      for (const [id, { characters }] of this.passages) {
        if (!layer.getMap('annotation').has(id)) continue
        const inside = i > 0 && end < now.length && characters.has(now[i - 1]!) && characters.has(now[end]!)
        if (inside || replacesEnd(before, replaced, characters)) for (const typed of now.slice(i, end)) characters.add(typed)
      }
      i = end
    }
  }

  judge(tally: Tally, seed: number, moves: boolean): void {
    const fresh = cloneDoc(this.peers[0]!.doc)
    const expected = places(fresh, this.layers[0]!)
    for (const [i, peer] of this.peers.entries())
      expect(places(peer.doc, this.layers[i]!), `seed ${seed}: person ${i} sees what is stored`).toEqual(expected)
    const text = canonicalText(fresh.getText(TEXT_NAME))
    if (!moves) this.#expectWhole(text, seed)
    for (const [id, { characters }] of this.passages) score(tally, text, characters, expected.get(id)!)
  }

  /** A character nobody deleted is there exactly once. Not asked of moved paragraphs: Yjs deletes them and creates them anew. */
  #expectWhole(text: string, seed: number): void {
    const counts = new Map<string, number>()
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
    const wrong = [...this.#seen].filter((character) => !this.#deleted.has(character) && counts.get(character) !== 1)
    expect(wrong, `seed ${seed}: lost or doubled characters`).toEqual([])
  }

  destroy(): void {
    for (const peer of this.peers) peer.destroy()
  }
}

/** Whether the replaced characters are the first or the last ones of a passage, and nothing besides. */
function replacesEnd(before: readonly string[], replaced: readonly string[], characters: ReadonlySet<string>): boolean {
  if (replaced.length === 0 || !replaced.every((character) => characters.has(character))) return false
  return (
    before.find((character) => characters.has(character)) === replaced[0] ||
    before.findLast((character) => characters.has(character)) === replaced.at(-1)
  )
}

function places(doc: Y.Doc, layer: Y.Doc): Map<string, Placement> {
  const index = buildIdIndex(doc.getText(TEXT_NAME))
  const aliases = readAliases(doc.getMap(ALIAS_NAME))
  const annotations = readAnnotations(layer).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(annotations.map(({ id, runs }) => [id, resolveRuns(index, runs, aliases)]))
}

function score(tally: Tally, text: string, characters: ReadonlySet<string>, placement: Placement): void {
  const at = [...text].flatMap((character, i) => (characters.has(character) ? [i] : []))
  if (at.length === 0) {
    tally.dead++
    if (placement.state === 'orphan') tally.orphans++
    return
  }
  tally.living++
  if (placement.state !== 'anchored') {
    tally.lost++
    return
  }
  expect(placement.start).toBeLessThan(placement.end)
  if (words(text.slice(placement.start, placement.end)).join('') === words(text.slice(at[0], at.at(-1)! + 1)).join('')) tally.exact++
}

function run(weights: Record<EditKind, number>, { live = false, paragraphs = 12, seeds = SEEDS } = {}): Tally {
  const tally: Tally = { living: 0, exact: 0, lost: 0, dead: 0, orphans: 0 }
  for (let seed = 1; seed <= seeds; seed++) {
    const world = new World(seed, paragraphs)
    for (let round = 0; round < 8; round++) {
      for (const person of [0, 1, 2]) {
        for (let k = 0; k < 6; k++) {
          world.edit(person, weights)
          if (world.random.chance(0.12)) world.tag(person)
          if (live) world.meet()
        }
      }
      if (world.random.chance(0.3)) world.meet()
    }
    world.meet()
    world.judge(tally, seed, 'move' in weights)
    world.destroy()
  }
  if (process.env.SHOW) console.log(tally, ((100 * tally.exact) / tally.living).toFixed(1))
  return tally
}

test.each([
  ['corrections, offline', REALISTIC, {}, 0.94],
  ['corrections, live', REALISTIC, { live: true, seeds: Math.ceil(SEEDS / 3) }, 0.94],
  ['structural edits, offline', STRUCTURAL, {}, 0.94],
  ['moved paragraphs, offline', MOVING, { paragraphs: 40 }, 0.94],
])(
  '%s: no passage with surviving words is lost, nearly all are exact',
  (_name, weights, options, exact) => {
    const tally = run(weights, options)
    expect(tally.living).toBeGreaterThan(20)
    expect(tally.exact / tally.living).toBeGreaterThanOrEqual(exact)
    expect(tally.lost / tally.living).toBeLessThanOrEqual(weights === MOVING ? 0.01 : 0)
    if (tally.dead > 20) expect(tally.orphans / tally.dead).toBeGreaterThan(0.8)
  },
  PATIENCE,
)

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { readAnnotation, readAnnotations } from '#/lib/annotation/layer.ts'
import { LayerUndo } from '#/lib/annotation/layer-undo.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, createTextDoc } from '#/lib/text/flat.ts'
import { allBlocks, toPos } from '#/lib/text/positions.ts'
import { cloneDoc, exchange, openPeer, type Peer } from '#/lib/text/testing/peer.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { JoinedUndo } from '#/lib/text/undo.ts'

/** ms; a busy machine is no failure. */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 15)
const TEXT = ['ABCDEF', 'GHIJKL', 'MNOPQR', 'STUVWX']

/** A person at a real editor, with one undo for the text and their tags. */
class Person {
  readonly userId = newId()
  readonly layer = new Y.Doc()
  readonly peer: Peer
  readonly undo: JoinedUndo

  constructor(source: Y.Doc) {
    this.peer = openPeer(cloneDoc(source))
    this.undo = new JoinedUndo([this.peer.undo, new LayerUndo(this.layer, this.userId, [this])])
  }

  get words(): string {
    return canonicalText(this.peer.text)
  }

  tag(words: string): string {
    const start = this.words.indexOf(words)
    expect(start, words).toBeGreaterThanOrEqual(0)
    const runs = captureRuns(liveIndex(this.peer.text), start, start + words.length)
    const quote = captureQuote(this.words, start, start + words.length)
    return createAnnotation(this.layer, { userId: this.userId, runs, quote, actors: [], themes: [] }, this)
  }

  /** The words a statement is on; null when it is on none. */
  on(id: string): string | null {
    const annotation = readAnnotation(this.layer, id)
    if (!annotation) return null
    const place = resolveRuns(liveIndex(this.peer.text), annotation.runs, liveAliases(this.peer.alias))
    return place.state === 'anchored' ? this.words.slice(place.start, place.end) : null
  }

  drag(words: string, before: string): void {
    const { view } = this.peer.editor
    const find = (some: string) => allBlocks(view.state.doc).find(({ node }) => node.textContent.includes(some))!
    const { node, pos } = find(words)
    const tr = view.state.tr.delete(pos, pos + node.nodeSize)
    view.dispatch(tr.insert(tr.mapping.map(find(before).pos), node).setMeta('uiEvent', 'drop'))
  }

  delete(words: string): void {
    const { view } = this.peer.editor
    const at = this.words.indexOf(words) + 1
    view.dispatch(view.state.tr.delete(toPos(view.state.doc, at), toPos(view.state.doc, at + words.length)))
  }
}

let me: Person
let them: Person
function sitDown(): void {
  const source = createTextDoc(TEXT.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
  ;[me, them] = [new Person(source), new Person(source)]
}
function leave(): void {
  for (const person of [me, them]) {
    person.undo.destroy()
    person.peer.destroy()
  }
}
beforeEach(sitDown)
afterEach(leave)

function meet(): void {
  exchange(me.peer.doc, them.peer.doc)
  exchange(me.layer, them.layer)
  expect(them.words).toBe(me.words)
}

test('a tag and a drag are undone and redone in their order, the tag on its words all the time', () => {
  const id = me.tag('HIJ')
  me.drag('HIJ', 'ABC')
  expect([me.words, me.on(id)]).toEqual(['GHIJKL\nABCDEF\nMNOPQR\nSTUVWX', 'HIJ'])
  me.undo.undo()
  meet()
  expect([them.words, them.on(id)]).toEqual([TEXT.join('\n'), 'HIJ'])
  me.undo.undo()
  meet()
  expect(readAnnotations(them.layer)).toEqual([])
  me.undo.redo()
  me.undo.redo()
  meet()
  expect([them.words, them.on(id)]).toEqual(['GHIJKL\nABCDEF\nMNOPQR\nSTUVWX', 'HIJ'])
})

test('words tagged where they were dragged to keep the tag when the drag is undone', () => {
  me.drag('GHIJKL', 'ABC')
  meet()
  const id = them.tag('HIJ')
  meet()
  me.undo.undo()
  meet()
  expect([me.words, me.on(id), them.on(id)]).toEqual([TEXT.join('\n'), 'HIJ', 'HIJ'])
})

test('my undo leaves the words where they have dragged them since, with their tag', () => {
  me.drag('GHIJKL', 'ABC')
  meet()
  const id = them.tag('HIJ')
  them.drag('GHIJKL', 'STU')
  meet()
  me.undo.undo()
  meet()
  expect([me.words, me.on(id)]).toEqual(['ABCDEF\nMNOPQR\nGHIJKL\nSTUVWX', 'HIJ'])
  them.undo.undo()
  them.undo.undo()
  meet()
  expect(me.on(id)).toBeNull()
  expect(me.words.split('HIJ')).toHaveLength(2)
})

test('a deletion undone while they dragged the words: the words are there once, and the tag on them', () => {
  const id = me.tag('HIJ')
  meet()
  me.delete('GHIJKL')
  them.drag('GHIJKL', 'STU')
  meet()
  me.undo.undo()
  meet()
  expect(me.words.split('GHIJKL')).toHaveLength(2)
  expect([me.on(id), them.on(id)]).toEqual(['HIJ', 'HIJ'])
})

test(
  `undoing everything of mine keeps their drags and tags, through ${SEEDS} histories`,
  () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      const tags = new Map<string, string>()
      for (let step = 0; step < 16; step++) {
        const person = random.chance(0.6) ? me : them
        const lines = person.words.split('\n').filter((line) => line.length > 0)
        const [line, other] = [random.pick(lines), random.pick(lines)]
        const kind = random.next()
        if (kind < 0.5 && line !== other) person.drag(line, other)
        else if (kind < 0.65 && line.length > 2) person.delete(line.slice(1, 3))
        else if (kind < 0.85) {
          const id = person.tag(line.slice(0, 2))
          if (person === them) tags.set(id, line.slice(0, 2))
        } else person.undo.undo()
        if (random.chance(0.5)) meet()
      }
      meet()
      while (me.undo.undo()) meet()
      const counts = new Map<string, number>()
      for (const letter of me.words.replaceAll('\n', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
      expect(
        [...counts].filter(([, count]) => count > 1),
        `seed ${seed}: doubled`,
      ).toEqual([])
      for (const [id, words] of tags) {
        const on = me.on(id)
        expect(them.on(id), `seed ${seed}`).toBe(on)
        // Gone by their own undo, or with words that somebody deleted; never on others.
        const left = [...words].filter((letter) => counts.has(letter))
        if (on === null) expect(readAnnotation(me.layer, id) === null || left.length === 0, `seed ${seed}: ${words}`).toBe(true)
        // Torn apart by a move or its undo, it stands on a part of them.
        else if (me.words.includes(left.join(''))) expect(on, `seed ${seed}: ${words}`).toContain(left.join(''))
        else
          expect(
            left.some((letter) => on.includes(letter)),
            `seed ${seed}: ${words} on ${on}`,
          ).toBe(true)
      }
      leave()
      sitDown()
    }
  },
  PATIENCE,
)

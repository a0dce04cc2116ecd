import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAliases } from '#/lib/anchor/alias.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import {
  addActor,
  createAnnotation,
  deleteAnnotation,
  removeTheme,
  restoreAnnotation,
  setMemo,
  setTheme,
} from '#/lib/annotation/commands.ts'
import { layerMap, readAnnotation, readAnnotations } from '#/lib/annotation/layer.ts'
import { LayerUndo } from '#/lib/annotation/layer-undo.ts'
import { LAYER_ROOTS } from '#/lib/annotation/model.ts'
import { newId } from '#/lib/id.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc, exchange } from '#/lib/text/testing/peer.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { TextUndo } from '#/lib/text/text-undo.ts'
import { JoinedUndo } from '#/lib/text/undo.ts'

const SEEDS = Number(process.env.SEEDS ?? 60)
const [ACTOR, THEME, OTHER_THEME] = [newId(), newId(), newId()]

class Person {
  readonly userId = newId()
  readonly text: Y.Text
  readonly undo: JoinedUndo
  readonly doc: Y.Doc
  readonly layer: Y.Doc

  constructor(doc: Y.Doc, layer: Y.Doc, captureTimeout = 0) {
    this.doc = doc
    this.layer = layer
    this.text = doc.getText(TEXT_NAME)
    this.undo = new JoinedUndo([
      new TextUndo(this.text, doc.getMap(ALIAS_NAME), [this], captureTimeout),
      new LayerUndo(layer, this.userId, [this]),
    ])
  }

  insert(at: number, words: string): void {
    this.doc.transact(() => this.text.insert(at, words, {}), this)
  }

  delete(at: number, length: number): void {
    this.doc.transact(() => this.text.delete(at, length), this)
  }

  tag(start: number, end: number): string {
    const runs = captureRuns(buildIdIndex(this.text), start, end)
    const quote = captureQuote(canonicalText(this.text), start, end)
    return createAnnotation(
      this.layer,
      { userId: this.userId, runs, quote, actors: [{ actorId: ACTOR, role: 'source' }], themes: [{ themeId: THEME, stance: 'opposes' }] },
      this,
    )
  }

  state(): string {
    return JSON.stringify([this.text.toString(), ...LAYER_ROOTS.map((root) => Object.entries(this.layer.getMap(root).toJSON()).sort())])
  }

  place(id: string) {
    return resolveRuns(buildIdIndex(this.text), readAnnotation(this.layer, id)!.runs, readAliases(this.doc.getMap(ALIAS_NAME)))
  }
}

const source = () => createTextDoc([{ type: 'paragraph', spans: [{ text: 'the source text of the document' }] }])

function pair(captureTimeout = 0): [Person, Person, () => void] {
  const doc = source()
  const [me, them] = [new Person(cloneDoc(doc), new Y.Doc(), captureTimeout), new Person(cloneDoc(doc), new Y.Doc(), captureTimeout)]
  return [
    me,
    them,
    () => {
      exchange(me.doc, them.doc)
      exchange(me.layer, them.layer)
    },
  ]
}

function act(person: Person, random: ReturnType<typeof rng>): void {
  const { layer, userId, text } = person
  if (random.chance(0.5)) {
    const at = random.int(1, text.length)
    if (random.chance(0.6) || text.length < 8) person.insert(at, 'ab')
    else person.delete(Math.min(at, text.length - 1), 1)
    return
  }
  const annotations = readAnnotations(layer)
  if (random.chance(0.4) || annotations.length === 0) {
    person.tag(0, 5)
    return
  }
  const { id } = random.pick(annotations)
  random.pick([
    () => addActor(layer, id, newId(), 'recipient', userId, person),
    () => setTheme(layer, id, random.pick([THEME, OTHER_THEME]), random.pick(['supports', 'mixed']), userId, person),
    () => removeTheme(layer, id, THEME, userId, person),
    () => setMemo(layer, id, userId, `memo ${random.int(1, 9)}`, person),
    () => deleteAnnotation(layer, id, userId, person),
  ])()
}

test('undoing and redoing everything goes through every earlier state, in the order it was made', () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = rng(seed)
    const person = new Person(source(), new Y.Doc(), seed % 2 ? 0 : 60_000)
    const states = [person.state()]
    let steps = 0
    person.undo.subscribe(() => steps++)
    for (let i = 0; i < 25; i++) {
      const before = steps
      act(person, random)
      if (steps > before) states.push(person.state())
      // Typing that continues a step changes what that step leads to.
      else states[states.length - 1] = person.state()
    }
    for (let i = states.length - 2; i >= 0; i--) {
      expect(person.undo.undo(), `seed ${seed}: undo to ${i}`).toBe(true)
      expect(person.state(), `seed ${seed}: undo to ${i}`).toBe(states[i])
    }
    expect([person.undo.undo(), person.undo.canUndo]).toEqual([false, false])
    for (let i = 1; i < states.length; i++) {
      expect(person.undo.redo(), `seed ${seed}: redo to ${i}`).toBe(true)
      expect(person.state(), `seed ${seed}: redo to ${i}`).toBe(states[i])
    }
    expect(person.undo.canRedo).toBe(false)
  }
})

test('undoing everything of one’s own keeps everything of others', () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = rng(seed)
    const [me, them, meet] = pair()
    for (let i = 0; i < 12; i++) {
      act(me, random)
      if (i % 3 === 0) {
        them.insert(random.int(1, them.text.length), `R${i};`)
        const theirs = them.tag(0, 4)
        const [any] = readAnnotations(them.layer).filter((annotation) => annotation.id !== theirs)
        if (any) setTheme(them.layer, any.id, OTHER_THEME, 'neutral', them.userId, them)
      }
      meet()
    }
    const contributions = [...layerMap(them.layer, 'theme')].filter(([, value]) => value.by === them.userId).map(([key]) => key)
    while (me.undo.undo()) meet()
    meet()
    expect(me.state(), `seed ${seed}`).toBe(them.state())
    for (let i = 0; i < 12; i += 3) for (const character of `R${i};`) expect(me.text.toString(), `seed ${seed}`).toContain(character)
    for (const key of contributions) {
      expect(layerMap(me.layer, 'theme').has(key), `seed ${seed}: ${key}`).toBe(true)
      expect(layerMap(me.layer, 'annotation').has(key.slice(0, 36)), `seed ${seed}: the statement of ${key} can be restored`).toBe(true)
    }
  }
})

test('a deletion undone brings the tags back for everyone, also after loading anew', () => {
  const [me, them, meet] = pair()
  const id = them.tag(4, 15)
  meet()
  me.delete(3, 16)
  meet()
  expect(them.place(id).state).toBe('orphan')
  me.undo.undo()
  meet()
  const expected = { state: 'anchored', start: 4, end: 15, survival: 1 }
  expect(me.place(id)).toEqual(expected)
  expect(them.place(id)).toEqual(expected)
  expect(new Person(cloneDoc(them.doc), cloneDoc(them.layer)).place(id)).toEqual(expected)
  me.undo.redo()
  meet()
  expect(them.place(id).state).toBe('orphan')
  me.undo.undo()
  meet()
  expect(them.place(id)).toEqual(expected)
})

test('text and tags are undone in one order', () => {
  const person = new Person(source(), new Y.Doc(), 60_000)
  person.insert(1, 'A')
  const id = person.tag(0, 4)
  person.insert(1, 'B')
  expect(person.undo.undo()).toBe(true)
  expect(person.text.toString()).toMatch(/^\nA/)
  expect(person.undo.undo()).toBe(true)
  expect(readAnnotation(person.layer, id)).toBeNull()
  expect(person.undo.undo()).toBe(true)
  expect(person.text.toString()).toMatch(/^\nthe/)
  expect(person.undo.redo()).toBe(true)
  expect(person.undo.redo()).toBe(true)
  expect(readAnnotation(person.layer, id)).not.toBeNull()
  setMemo(person.layer, id, person.userId, 'new', person)
  expect(person.undo.redo()).toBe(false)
})

test('typing right after an undo is a step of its own', () => {
  const person = new Person(source(), new Y.Doc(), 60_000)
  person.insert(1, 'A')
  person.tag(0, 4)
  person.undo.undo()
  person.insert(2, 'B')
  expect(person.undo.canRedo).toBe(false)
  person.undo.undo()
  expect(person.text.toString()).toMatch(/^\nAthe/)
})

test('a step that others have undone already is passed over, and the one before it in the common order comes next', () => {
  const [me, them, meet] = pair()
  me.insert(1, 'first ')
  const id = me.tag(6, 9)
  me.insert(1, 'second ')
  meet()
  them.delete(1, 7)
  meet()
  expect(me.undo.undo()).toBe(true)
  expect(readAnnotation(me.layer, id)).toBeNull()
  expect(me.text.toString()).toContain('first')
})

test('undo leaves alone what others have changed since, and signs what it puts back', () => {
  const [me, them, meet] = pair()
  const id = me.tag(0, 3)
  setMemo(me.layer, id, me.userId, 'one', me)
  deleteAnnotation(me.layer, id, me.userId, me)
  meet()
  restoreAnnotation(them.layer, id, them)
  deleteAnnotation(them.layer, id, them.userId, them)
  meet()
  me.undo.undo()
  expect(layerMap(me.layer, 'deleted').get(id)?.by).toBe(them.userId)
  meet()
  restoreAnnotation(me.layer, id, me)
  me.undo.undo()
  expect(layerMap(me.layer, 'deleted').get(id)?.by).toBe(me.userId)
})

test('what others do is never undone', () => {
  const [me, them, meet] = pair()
  them.insert(1, 'theirs ')
  them.tag(0, 3)
  meet()
  expect(me.undo.canUndo).toBe(false)
  expect(me.undo.undo()).toBe(false)
  expect(readAnnotations(me.layer)).toHaveLength(1)
})

import * as Y from 'yjs'
import { AnnotationStore } from '#/components/reader/annotation-store.ts'
import { projectLayer } from '#/lib/annotation/project.ts'
import { createTextDoc, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { toFlat } from '#/lib/text/positions.ts'
import { cloneDoc, exchangeAll } from '#/lib/text/testing/peer.ts'
import type { Step } from './anchor-case.ts'
import { type MarkedText, parseMarked, renderMarked } from './marked-text.ts'
import { ModelledPerson } from './modelled-person.ts'

/** Yjs orders what was typed at one place at once by client: the same in every run. */
const FIRST_CLIENT = 101

/**
 * Plays the steps of some people who begin with the same text. They meet where their steps say so, and in the end; the
 * parts of their work in between are done at the same time.
 * @param audience also somebody who only looks on, and somebody who opens the document afterwards, at editors of their own
 * @returns the text with its passage, as cases write it: as each of them sees it, and last as the server projects it when
 *   it loads what is stored
 */
export function play(before: string, steps: readonly (readonly Step[])[], audience = true): string[] {
  const { blocks, passage } = parseMarked(before)
  const source = createTextDoc(blocks)
  const people = [...steps, ...(audience ? [[]] : [])].map((_, i) => new ModelledPerson(source, new Y.Doc(), FIRST_CLIENT + i))
  try {
    if (passage && passage !== 'detached') people[0]!.tag(passage.start, passage.end - passage.start)
    meet(people)
    const parts = steps.map(partsOf)
    for (let part = 0; part < Math.max(...parts.map(({ length }) => length)); part++) {
      for (const [i, own] of parts.entries()) for (const step of own[part] ?? []) people[i]!.take(step)
      meet(people)
    }
    const { peer, layer } = people[0]!
    if (audience) people.push(new ModelledPerson(peer.doc, layer, FIRST_CLIENT + people.length))
    return [...people.map(inReader), inExcerpts(cloneDoc(peer.doc), layer)].map(renderMarked)
  } finally {
    for (const person of people) person.destroy()
  }
}

/** What a person does between two meetings. */
function partsOf(steps: readonly Step[]): Exclude<Step, 'meet'>[][] {
  const parts: Exclude<Step, 'meet'>[][] = [[]]
  for (const step of steps) {
    if (step === 'meet') parts.push([])
    else parts.at(-1)!.push(step)
  }
  return parts
}

function meet(people: readonly ModelledPerson[]): void {
  exchangeAll(people.map(({ peer }) => peer.doc))
  exchangeAll(people.map(({ layer }) => layer))
}

/** The passage as the page of a document paints it. */
function inReader({ peer, layer }: ModelledPerson): MarkedText {
  const store = new AnnotationStore(layer, { text: peer.text, alias: peer.alias })
  const { doc } = peer.editor.state
  store.resolve(doc)
  const [detached] = store.orphans()
  const [arranged] = store.arrange()
  const blocks = readBlocks(peer.text)
  store.destroy()
  if (!arranged) return { blocks, passage: detached ? 'detached' : null }
  const { row } = arranged.passage
  const [start, end] = [store.positions.from[row]!, store.positions.to[row]!].map((pos) => toFlat(doc, pos) - 1)
  return { blocks, passage: { start: start!, end: end! } }
}

function inExcerpts(text: Y.Doc, layer: Y.Doc): MarkedText {
  const blocks = readBlocks(text.getText(TEXT_NAME))
  const [excerpt] = projectLayer(text, layer).excerpts
  if (!excerpt) return { blocks, passage: null }
  const { startUtf16: start, endUtf16: end } = excerpt
  return { blocks, passage: start === null || end === null ? 'detached' : { start, end } }
}

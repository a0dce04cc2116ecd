import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'

export const PARAGRAPHS = 2000
export const EDITS = 20_000
/** UTF-16 units of a paragraph, about: 2,000 of them make 1 MB. */
const PARAGRAPH_LENGTH = 500
/** As many people made the edits, each offline on a copy of their own. */
const PEOPLE = 5
const SYLLABLES = 'ka lo mi ren tu va sho el dan bir ost ar ne pol gra'.split(' ')

/** One character typed or deleted at a place that every copy of the text understands alike. */
export interface PlainEdit {
  paragraph: number
  offset: number
  /** Typed there; absent: one character is deleted. */
  typed?: string
}

/** Words nobody wrote, the same for the same seed. */
export function largeParagraphs(seed = 1): string[] {
  const random = rng(seed)
  return Array.from({ length: PARAGRAPHS }, () => {
    let text = ''
    while (text.length < PARAGRAPH_LENGTH) text += `${word(random)} `
    return text.trimEnd()
  })
}

function word(random: Rng): string {
  return Array.from({ length: random.int(1, 4) }, () => random.pick(SYLLABLES)).join('')
}

/** The edits of each person: 7 of 10 type a letter, the others delete one; never at either end of a paragraph. */
export function plainEdits(paragraphs: readonly string[], seed = 2): PlainEdit[][] {
  const random = rng(seed)
  return Array.from({ length: PEOPLE }, () => {
    const lengths = paragraphs.map((text) => text.length)
    return Array.from({ length: EDITS / PEOPLE }, (): PlainEdit => {
      const paragraph = random.int(0, paragraphs.length - 1)
      const offset = random.int(1, lengths[paragraph]! - 2)
      const isTyped = random.chance(0.7)
      lengths[paragraph]! += isTyped ? 1 : -1
      return isTyped ? { paragraph, offset, typed: 'x' } : { paragraph, offset }
    })
  })
}

/** Lets every person edit a copy of their own, then brings all together. Returns the state (Yjs update v1). */
export function editTogether(
  start: Y.Doc,
  edits: readonly PlainEdit[][],
  apply: (copy: Y.Doc, own: readonly PlainEdit[]) => void,
): Uint8Array {
  const before = Y.encodeStateAsUpdate(start)
  for (const [person, own] of edits.entries()) {
    const copy = new Y.Doc()
    copy.clientID = 1000 + person
    Y.applyUpdate(copy, before)
    apply(copy, own)
    Y.applyUpdate(start, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(start)))
  }
  return Y.encodeStateAsUpdate(start)
}

/**
 * The flat text with its edits. Half of the statements saw it before them.
 * @param place where the statements are: anywhere, unless told
 * @returns text and layer
 */
export function largeDocument(
  paragraphs: readonly string[],
  edits: readonly PlainEdit[][],
  statements: number,
  tags: Tags,
  place: PlacePassage = anywhere,
): { doc: Y.Doc; layer: Y.Doc } {
  const doc = createTextDoc(paragraphs.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
  const layer = new Y.Doc()
  const half = Math.floor(statements / 2)
  annotate(layer, doc.getText(TEXT_NAME), half, tags, 3, place)
  editTogether(doc, edits, (copy, own) => editFlat(copy.getText(TEXT_NAME), paragraphs, own))
  annotate(layer, doc.getText(TEXT_NAME), statements - half, tags, 4, place)
  return { doc, layer }
}

function editFlat(text: Y.Text, paragraphs: readonly string[], edits: readonly PlainEdit[]): void {
  const lengths = paragraphs.map((words) => words.length)
  for (const { paragraph, offset, typed } of edits) {
    let index = offset + paragraph + 1
    for (let i = 0; i < paragraph; i++) index += lengths[i]!
    if (typed) text.insert(index, typed)
    else text.delete(index, 1)
    lengths[paragraph]! += typed ? 1 : -1
  }
}

/** Length of a passage: most are a phrase, some a few sentences, a few several paragraphs. */
const passageLength = (random: Rng) => {
  const share = random.next()
  return share < 0.8 ? random.int(10, 120) : share < 0.95 ? random.int(120, 500) : random.int(500, 2000)
}

/** Chooses the words of statement number `at` of so many in a canonical text: offsets, UTF-16 units. */
export type PlacePassage = (random: Rng, text: string, at: number, count: number) => { start: number; end: number }

const anywhere: PlacePassage = (random, text) => {
  const start = random.int(1, text.length - 2100)
  return { start, end: start + passageLength(random) }
}

/** Five passages over the middle of every paragraph, all of other lengths. */
export const fiveDeep: PlacePassage = (random, text, at, count) => {
  // Half of the five are put before the edits, half after: both times over the whole text.
  const paragraph = Math.floor((at / count) * PARAGRAPHS)
  const about = Math.floor((text.length / PARAGRAPHS) * paragraph)
  const first = Math.min(text.indexOf('\n', about) + 1, text.length - PARAGRAPH_LENGTH)
  const third = Math.floor(PARAGRAPH_LENGTH / 3)
  return { start: first + random.int(1, third), end: first + random.int(2 * third, PARAGRAPH_LENGTH - 10) }
}

/** A layer with so many statements, each with an actor and a theme, on passages in the text as it is now. */
function annotate(layer: Y.Doc, text: Y.Text, count: number, tags: Tags, seed: number, place: PlacePassage): void {
  const random = rng(seed)
  const canonical = canonicalText(text)
  const index = buildIdIndex(text)
  layer.transact(() => {
    for (let i = 0; i < count; i++) {
      const { start, end } = place(random, canonical, i, count)
      createAnnotation(
        layer,
        {
          userId: tags.userId,
          runs: captureRuns(index, start, end),
          quote: captureQuote(canonical, start, end),
          actors: [{ actorId: random.pick(tags.actorIds), role: 'source' }],
          themes: [{ themeId: random.pick(tags.themeIds), stance: 'supports' }],
        },
        'bench',
      )
    }
  })
}

/** Who tags, and with what. */
export interface Tags {
  userId: string
  actorIds: readonly string[]
  themeIds: readonly string[]
}

/** Somebody and something to tag with. */
export function inventedTags(): Tags {
  return { userId: newId(), actorIds: Array.from({ length: 40 }, () => newId()), themeIds: Array.from({ length: 60 }, () => newId()) }
}

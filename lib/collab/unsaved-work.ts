import * as Y from 'yjs'
import { annotationOf, readAnnotations } from '#/lib/annotation/layer.ts'
import { counted } from '#/lib/counted.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'

/** What a device has of a room beyond what the server took. */
export interface UnsavedRoom {
  /** `text/<documentId>` or `layer/<layerId>`. */
  room: string
  /** The changes that were not taken, in order; Yjs updates, encoding v1. */
  changes: Uint8Array[]
  /** The whole room with them; Yjs update, encoding v1. */
  state: Uint8Array
}

const RULE = '-'.repeat(72)

/** The words of unsaved work, for people: what was written, then the whole text as this device had it. */
export function unsavedWords(why: string, rooms: readonly UnsavedRoom[]): string {
  return [why, ...rooms.map(roomWords)].join(`\n\n${RULE}\n\n`).concat('\n')
}

/** Everything of unsaved work, for programs: JSON, updates in base64. */
export function unsavedJson(why: string, rooms: readonly UnsavedRoom[]): string {
  const described = rooms.map(({ room, changes, state }) => ({
    room,
    ...(room.startsWith('layer/') ? { statements: readAnnotations(docOf(state)) } : { text: textOf(state) }),
    changes: changes.map(base64),
    state: base64(state),
  }))
  return JSON.stringify({ format: 'interline-unsaved-changes', version: 1, why, rooms: described }, null, 2)
}

/** What somebody wrote in these changes, as far as it is words: one string per stretch typed in one place. */
export function wordsWritten(changes: readonly Uint8Array[]): string[] {
  const stretches: string[] = []
  let last: { client: number; end: number } | null = null
  for (const change of changes) {
    for (const struct of Y.decodeUpdate(change).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
      const { client, clock } = struct.id
      const { origin } = struct
      const goesOn = last && client === last.client && origin?.client === client && origin.clock === last.end - 1 && clock === last.end
      if (goesOn) stretches[stretches.length - 1] += struct.content.str
      else stretches.push(struct.content.str)
      last = { client, end: clock + struct.length }
    }
  }
  return stretches.map((words) => words.replace(/^\n+/, '')).filter((words) => words !== '')
}

function roomWords({ room, changes, state }: UnsavedRoom): string {
  const count = changes.length > 0 ? ` (${counted(changes.length, 'change')} not saved)` : ''
  if (room.startsWith('layer/')) {
    const statements = changes.length > 0 ? statementsIn(changes, state) : readAnnotations(docOf(state))
    return [
      `Statements${count}`,
      ...statements.map(({ quote, memos }) => [`“${quote.exact}”`, ...memos.map(({ text }) => `Memo: ${text}`)].join('\n')),
    ].join('\n\n')
  }
  const text = textOf(state)
  const written = wordsWritten(changes)
  return [
    `${text.split('\n', 1)[0] || 'A text without a title'}${count}`,
    ...(written.length > 0 ? [`What you wrote:\n\n${written.join('\n')}`] : []),
    `The whole text as this device had it:\n\n${text}`,
  ].join('\n\n')
}

/** The statements that the changes made or changed. */
function statementsIn(changes: readonly Uint8Array[], state: Uint8Array) {
  const layer = docOf(state)
  const touched = new Set<string>()
  for (const change of changes) {
    for (const { id } of Y.decodeUpdate(change).structs) {
      if (id.clock >= Y.getState(layer.store, id.client)) continue
      // An update leaves out the key of a value that replaces another; the layer knows it.
      const struct = Y.getItem(layer.store, id)
      if (struct instanceof Y.Item && struct.parentSub) touched.add(annotationOf(struct.parentSub))
    }
  }
  return readAnnotations(layer).filter(({ id }) => touched.has(id))
}

function textOf(state: Uint8Array): string {
  return canonicalText(docOf(state).getText(TEXT_NAME)).replaceAll('\u2028', '\n')
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}

import type { Node as PMNode } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { type AliasLog, liveAliases, readAliases } from '#/lib/anchor/alias.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex, type IdIndex } from '#/lib/anchor/id-index.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { checkLayerUpdate } from '#/lib/annotation/check-update.ts'
import { createAnnotation, setMemo } from '#/lib/annotation/commands.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import { LayerUndo } from '#/lib/annotation/layer-undo.ts'
import type { Placement } from '#/lib/annotation/model.ts'
import { FlatBinding, sameBlocks } from '#/lib/text/binding.ts'
import { checkTextUpdate } from '#/lib/text/check-update.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { Sections } from '#/lib/text/editor-sections.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { keepOneBody } from '#/lib/text/one-body.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'
import { TextUndo } from '#/lib/text/text-undo.ts'
import { JoinedUndo } from '#/lib/text/undo.ts'
import { HeadlessEditors } from './headless-editor.ts'
import type { Desk, Room, Side } from './side.ts'

/** Small sections make their borders frequent. */
const SECTION_SIZE = 4
/** Steps of the undo history are ended by the program, never by the clock: a seed must give the same run on any machine. */
const FOREVER = Number.MAX_SAFE_INTEGER

const EMPTY = { type: 'doc', content: [{ type: 'section', content: [{ type: 'paragraph' }] }] }
const editors = new HeadlessEditors(
  () => editorExtensions().map((extension) => (extension.name === Sections.name ? Sections.configure({ size: SECTION_SIZE }) : extension)),
  EMPTY,
)

/** The product: flat text, its binding and undo, anchors on characters. */
export const flatSide: Side = {
  name: 'Interline',
  source: (paragraphs) => createTextDoc(paragraphs.map((text) => ({ type: 'paragraph', spans: [{ text }] }))),
  open: (text, layer, userId) => new FlatDesk(text, layer, userId),
  look: (text) => JSON.stringify(readBlocks(text.getText(TEXT_NAME))),
  read: (text, layer) => ({
    text: canonicalText(text.getText(TEXT_NAME)),
    places: placesIn(buildIdIndex(text.getText(TEXT_NAME)), readAliases(text.getMap(ALIAS_NAME)), layer),
  }),
  refusal(room: Room, doc, update, userId, owners) {
    const check = room === 'text' ? checkTextUpdate : checkLayerUpdate
    const verdict = check(doc, update, { userId, role: 'editor' }, (client) => owners.get(client))
    if (!verdict.ok) return verdict.reason
    for (const client of verdict.newClients) owners.set(client, userId)
    return null
  },
}

class FlatDesk implements Desk {
  readonly editor
  readonly #text: Y.Doc
  readonly #layer: Y.Doc
  readonly #userId: string
  readonly #textUndo: TextUndo
  readonly #undo: JoinedUndo
  readonly #origin = {}
  readonly #stop: () => void

  constructor(text: Y.Doc, layer: Y.Doc, userId: string) {
    this.#text = text
    this.#layer = layer
    this.#userId = userId
    const flat = text.getText(TEXT_NAME)
    const alias = text.getMap(ALIAS_NAME)
    const binding = new FlatBinding(flat, alias)
    this.editor = editors.open([binding.plugin()])
    this.#textUndo = new TextUndo(flat, alias, [binding], FOREVER)
    this.#stop = keepOneBody(flat, alias, () => true)
    this.#undo = new JoinedUndo([this.#textUndo, new LayerUndo(layer, userId, [this.#origin])])
  }

  undo(): boolean {
    return this.#undo.undo()
  }

  redo(): boolean {
    return this.#undo.redo()
  }

  seal(): void {
    this.#textUndo.seal()
  }

  tag(start: number, end: number): string {
    const text = this.#text.getText(TEXT_NAME)
    return createAnnotation(
      this.#layer,
      {
        userId: this.#userId,
        runs: captureRuns(liveIndex(text), start, end),
        quote: captureQuote(canonicalText(text), start, end),
        actors: [],
        themes: [],
      },
      this.#origin,
    )
  }

  note(id: string, text: string): void {
    setMemo(this.#layer, id, this.#userId, text, this.#origin)
  }

  places(): ReadonlyMap<string, Placement> {
    return placesIn(liveIndex(this.#text.getText(TEXT_NAME)), liveAliases(this.#text.getMap(ALIAS_NAME)), this.#layer)
  }

  isFaithful(): boolean {
    const shown: PMNode = this.editor.state.doc
    return sameBlocks(textToDoc(this.#text.getText(TEXT_NAME), shown.type.schema), shown)
  }

  close(): void {
    this.#stop()
    this.#undo.destroy()
    editors.close(this.editor)
  }
}

function placesIn(index: IdIndex, aliases: AliasLog, layer: Y.Doc): Map<string, Placement> {
  return new Map(readAnnotations(layer).map(({ id, runs }) => [id, resolveRuns(index, runs, aliases)]))
}

import type { Editor } from '@tiptap/core'
import { Fragment, type Node as PMNode, Slice } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import { deleteBackward, deleteForward, splitBlock } from '#/lib/text/editor-keys.ts'
import type { Rng } from '#/lib/text/testing/rng.ts'
import { offsetToPos, plainText, type WordBlock, wordBlocks } from './plain-text.ts'
import type { Desk } from './side.ts'

/** What a person has before them when they begin an edit. */
export interface Scene {
  desk: Desk
  random: Rng
  /** Characters nobody has used yet, as many as asked for. */
  words(count: number): string
  /** Passages this person sees in the text, UTF-16 offsets, in the order they were tagged. */
  passages(): { id: string; start: number; end: number }[]
}

/**
 * What one keystroke (or press of a button, or drop) did, as far as the text before and after does not tell: `moved` are
 * the characters that were dragged. `idle`: nothing but waiting.
 */
export type Stroke =
  | { how: 'edit' | 'cut' | 'paste' | 'undo' | 'redo' | 'idle' }
  | { how: 'drag'; moved: string }
  | { how: 'tag'; id: string; start: number; end: number }

/** An edit is a row of keystrokes; others' changes may come in between. */
type Edit = (scene: Scene) => Generator<Stroke, void, void>

const EDIT: Stroke = { how: 'edit' }
const IDLE: Stroke = { how: 'idle' }

const EDITS = {
  *type(scene) {
    select(scene, spot(scene))
    yield* keys(scene, scene.random.int(1, 6))
  },
  *paste(scene) {
    const { editor } = scene.desk
    const { paragraph, heading, listItem } = editor.schema.nodes
    const text = (count: number) => editor.schema.text(scene.words(count))
    const blocks = [
      paragraph!.create(null, text(3)),
      heading!.create({ level: 2 }, text(2)),
      listItem!.create({ list: 'ordered', indent: 1 }, text(3)),
    ]
    const content = Fragment.from(scene.random.chance(0.5) ? blocks : blocks.slice(0, 1))
    select(scene, spot(scene), scene.random.chance(0.3) ? 4 : 0)
    dispatch(
      editor,
      editor.state.tr
        .replaceSelection(new Slice(content, 1, 1))
        .setMeta('paste', true)
        .setMeta('uiEvent', 'paste'),
    )
    yield { how: 'paste' }
  },
  *remove(scene) {
    select(scene, spot(scene), scene.random.int(1, 8))
    dispatch(scene.desk.editor, scene.desk.editor.state.tr.deleteSelection())
    yield EDIT
  },
  *backspace(scene) {
    select(scene, spot(scene))
    yield* backspaces(scene, scene.random.int(1, 5))
  },
  *replace(scene) {
    const { editor } = scene.desk
    select(scene, spot(scene), scene.random.int(1, 8))
    dispatch(editor, editor.state.tr.insertText(scene.words(scene.random.int(1, 5))))
    yield EDIT
  },
  *retype(scene) {
    select(scene, spot(scene), scene.random.int(1, 8))
    yield* keys(scene, scene.random.int(1, 6))
  },
  *correct(scene) {
    select(scene, spot(scene))
    yield* backspaces(scene, scene.random.int(1, 5))
    yield* keys(scene, scene.random.int(1, 6))
  },
  *split(scene) {
    select(scene, spot(scene))
    scene.desk.editor.commands.command(({ tr }) => splitBlock(tr))
    yield EDIT
    if (scene.random.chance(0.3)) yield* keys(scene, 2)
  },
  *joinBackward(scene) {
    put(scene.desk.editor, block(scene).pos + 1)
    scene.desk.editor.commands.command(({ tr }) => deleteBackward(tr))
    yield EDIT
  },
  *joinForward(scene) {
    const { node, pos } = block(scene)
    put(scene.desk.editor, pos + 1 + node.content.size)
    scene.desk.editor.commands.command(({ tr }) => deleteForward(tr))
    yield EDIT
  },
  *bold(scene) {
    select(scene, spot(scene), scene.random.int(1, 12))
    scene.desk.editor.commands.toggleBold()
    yield EDIT
  },
  *italic(scene) {
    select(scene, spot(scene), scene.random.int(1, 12))
    scene.desk.editor.commands.toggleItalic()
    yield EDIT
  },
  *link(scene) {
    select(scene, spot(scene), scene.random.int(1, 12))
    scene.desk.editor.commands.setLink({ href: 'https://example.org/' })
    yield EDIT
  },
  *heading(scene) {
    select(scene, spot(scene))
    scene.desk.editor.commands.setHeading({ level: scene.random.int(1, 3) })
    yield EDIT
  },
  *quote(scene) {
    select(scene, spot(scene))
    scene.desk.editor.commands.toggleQuote()
    yield EDIT
  },
  *list(scene) {
    const at = spot(scene)
    select(scene, at, scene.random.chance(0.4) ? 60 : 0)
    scene.desk.editor.commands.toggleList(scene.random.pick(['bullet', 'ordered']))
    yield EDIT
  },
  *indent(scene) {
    select(scene, spot(scene))
    scene.desk.editor.commands.indentList(scene.random.pick([1, -1]))
    yield EDIT
  },
  *hardBreak(scene) {
    select(scene, spot(scene))
    scene.desk.editor.commands.setHardBreak()
    yield EDIT
  },
  *removeAcross(scene) {
    const { editor } = scene.desk
    const blocks = wordBlocks(editor.state.doc)
    if (blocks.length < 2) return
    const i = scene.random.int(0, blocks.length - 2)
    const [first, second] = [blocks[i]!, blocks[i + 1]!]
    const from = whole(first, first.node.content.size - scene.random.int(0, 6))
    put(editor, from, whole(second, scene.random.int(0, 6)))
    dispatch(editor, editor.state.tr.deleteSelection())
    yield EDIT
    if (scene.random.chance(0.3)) yield* keys(scene, scene.random.int(1, 4))
  },
  *removeBlock(scene) {
    const { editor } = scene.desk
    const { node, pos } = scene.random.chance(0.2) ? wordBlocks(editor.state.doc)[0]! : block(scene)
    if (wordBlocks(editor.state.doc).length > 4) dispatch(editor, editor.state.tr.delete(pos, pos + node.nodeSize))
    yield EDIT
  },
  *front(scene) {
    const { editor } = scene.desk
    const type = editor.schema.nodes[scene.random.pick(['paragraph', 'heading', 'quote'])]!
    const first = wordBlocks(editor.state.doc)[0]!
    dispatch(editor, editor.state.tr.insert(first.pos, type.create(null, editor.schema.text(scene.words(5)))))
    yield EDIT
  },
  /** Find and replace: many places in one transaction. */
  *replaceAll(scene) {
    const { editor } = scene.desk
    const { tr } = editor.state
    const blocks = wordBlocks(tr.doc).filter(({ node }, i) => i % 2 === 0 && node.content.size > 6)
    for (const each of blocks.reverse()) {
      const offset = scene.random.int(0, each.node.content.size - 4)
      tr.insertText(scene.words(2), whole(each, offset), whole(each, offset + 3))
    }
    dispatch(editor, tr)
    yield EDIT
  },
  *selectAll(scene) {
    const { editor } = scene.desk
    if (!scene.random.chance(0.1)) return
    dispatch(editor, editor.state.tr.insertText(scene.words(10), 0, editor.state.doc.content.size))
    yield EDIT
  },
  *drag(scene) {
    const { editor } = scene.desk
    selectToMove(scene)
    const { from, to } = editor.state.selection
    const target = landing(scene, from, to)
    if (target === null) return
    const moved = editor.state.doc.textBetween(from, to)
    drop(editor, target)
    yield { how: 'drag', moved }
  },
  *cutPaste(scene) {
    const { editor } = scene.desk
    selectToMove(scene)
    if (editor.state.selection.empty) return
    const slice = editor.state.selection.content()
    dispatch(editor, editor.state.tr.deleteSelection().setMeta('uiEvent', 'cut'))
    yield { how: 'cut' }
    for (let wait = scene.random.int(0, 3); wait > 0; wait--) yield IDLE
    if (scene.random.chance(0.8)) select(scene, spot(scene))
    dispatch(editor, editor.state.tr.replaceSelection(slice).setMeta('paste', true).setMeta('uiEvent', 'paste'))
    yield { how: 'paste' }
  },
  *removePassage(scene) {
    const { editor } = scene.desk
    const passages = scene.passages()
    if (passages.length === 0) return
    const { start, end } = scene.random.pick(passages)
    put(editor, offsetToPos(editor.state.doc, start), offsetToPos(editor.state.doc, end))
    dispatch(editor, editor.state.tr.deleteSelection())
    yield EDIT
    if (scene.random.chance(0.3)) return
    for (let wait = scene.random.int(0, 4); wait > 0; wait--) yield IDLE
    if (scene.random.chance(0.2)) yield* keys(scene, 2)
    scene.desk.undo()
    yield { how: 'undo' }
  },
  *undo(scene) {
    for (let count = scene.random.int(1, 3); count > 0; count--) {
      scene.desk.undo()
      yield { how: 'undo' }
    }
  },
  *redo(scene) {
    for (let count = scene.random.int(1, 2); count > 0; count--) {
      scene.desk.redo()
      yield { how: 'redo' }
    }
  },
  *tag(scene) {
    const tagged = tag(scene)
    if (tagged) yield tagged
  },
  *note(scene) {
    const passages = scene.passages()
    if (passages.length > 0) scene.desk.note(scene.random.pick(passages).id, scene.words(0) || 'seen')
    yield EDIT
  },
} satisfies Record<string, Edit>

export type EditKind = keyof typeof EDITS

/** How often each kind comes. Structural edits and moves are far more frequent than in real work, and so is everything at a passage's edge. */
const WEIGHTS: Record<EditKind, number> = {
  type: 24,
  paste: 2,
  remove: 8,
  backspace: 4,
  replace: 6,
  retype: 4,
  correct: 4,
  split: 5,
  joinBackward: 3,
  joinForward: 2,
  bold: 3,
  italic: 1,
  link: 2,
  heading: 2,
  quote: 1,
  list: 3,
  indent: 2,
  hardBreak: 2,
  removeAcross: 3,
  removeBlock: 1,
  front: 1,
  replaceAll: 2,
  selectAll: 0.3,
  drag: 3,
  cutPaste: 3,
  removePassage: 2,
  undo: 6,
  redo: 3,
  tag: 6,
  note: 1,
}
const KINDS = Object.keys(WEIGHTS) as EditKind[]
const TOTAL = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)

/** A kind of edit by chance. */
export function pickEdit(random: Rng, without: ReadonlySet<string> = new Set()): EditKind {
  for (;;) {
    const point = random.next() * TOTAL
    let sum = 0
    const kind = KINDS.find((each) => {
      sum += WEIGHTS[each]
      return sum >= point
    })
    if (kind && !without.has(kind)) return kind
  }
}

/** Begins an edit; nothing happens before the first keystroke is asked for. */
export function beginEdit(kind: EditKind, scene: Scene): Generator<Stroke, void, void> {
  return EDITS[kind](scene)
}

/** Deletes a passage's words, whole. */
export function deletePassage(editor: Editor, { start, end }: { start: number; end: number }): void {
  put(editor, offsetToPos(editor.state.doc, start), offsetToPos(editor.state.doc, end))
  dispatch(editor, editor.state.tr.deleteSelection())
}

/** Tags some words, as a person selects them: never from or to a paragraph mark or the middle of a character. */
export function tag(scene: Scene): Stroke | null {
  const { desk, random } = scene
  const text = plainText(desk.editor.state.doc)
  if (text.length < 10) return null
  let start = random.int(0, text.length - 6)
  let end = Math.min(text.length, start + random.int(2, random.chance(0.2) ? 90 : 25))
  if (/[\udc00-\udfff]/.test(text[start]!)) start--
  if (/[\udc00-\udfff]/.test(text[end] ?? '')) end--
  while (start < end && /[\n\u2028]/.test(text[start]!)) start++
  while (end > start && /[\n\u2028]/.test(text[end - 1]!)) end--
  return end > start ? { how: 'tag', id: desk.tag(start, end), start, end } : null
}

function dispatch(editor: Editor, tr: Transaction): void {
  editor.view.dispatch(tr)
}

function block({ desk, random }: Scene): WordBlock {
  return random.pick(wordBlocks(desk.editor.state.doc))
}

/** A position in the text, often at or near the edge of a passage. */
function spot(scene: Scene): number {
  const { desk, random } = scene
  const { doc } = desk.editor.state
  const passages = random.chance(0.35) ? scene.passages() : []
  const there = block(scene)
  if (passages.length === 0) return whole(there, random.int(0, there.node.content.size))
  const { start, end } = random.pick(passages)
  const offset = random.pick([start, end]) + random.pick([0, 0, 0, -1, 1, -3, 3])
  return wholeAt(doc, offsetToPos(doc, Math.max(0, offset)))
}

/** Selects `length` characters from a position on, within its block; often backwards, so that what ends there is met too. */
function select({ desk, random }: Scene, at: number, length = 0): void {
  const { doc } = desk.editor.state
  const $at = doc.resolve(at)
  const back = length > 0 && random.chance(0.5)
  const other = Math.min($at.end(), Math.max($at.start(), at + (back ? -length : length)))
  put(desk.editor, Math.min(at, wholeAt(doc, other)), Math.max(at, wholeAt(doc, other)))
}

function put(editor: Editor, from: number, to = from): void {
  dispatch(editor, editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
}

function* keys({ desk, words }: Scene, count: number): Generator<Stroke, void, void> {
  for (let i = 0; i < count; i++) {
    dispatch(desk.editor, desk.editor.state.tr.insertText(words(1)))
    yield EDIT
  }
}

/** Backspace inside a block is the browser's work: it deletes a character. */
function* backspaces({ desk: { editor } }: Scene, count: number): Generator<Stroke, void, void> {
  for (let i = 0; i < count; i++) {
    const { $from } = editor.state.selection
    if ($from.parentOffset === 0) return
    dispatch(editor, editor.state.tr.delete(wholeAt(editor.state.doc, $from.pos - 1), $from.pos))
    yield EDIT
  }
}

/** Some words, a whole block's words, a block with its mark, or the end of one and the beginning of the next. */
function selectToMove(scene: Scene): void {
  const { desk, random } = scene
  const blocks = wordBlocks(desk.editor.state.doc)
  const i = random.int(0, blocks.length - 1)
  const [here, next] = [blocks[i]!, blocks[i + 1]]
  const end = here.node.content.size
  const what = random.int(0, 3)
  if (what === 0 || !next) select(scene, spot(scene), random.int(4, 20))
  else if (what === 1) put(desk.editor, whole(here, 0), whole(here, end))
  else if (what === 2) put(desk.editor, whole(here, 0), whole(next, 0))
  else put(desk.editor, whole(here, random.int(0, end)), whole(next, random.int(0, next.node.content.size)))
}

/** A place outside a selection to drop it at; null when there is none near. */
function landing(scene: Scene, from: number, to: number): number | null {
  if (from === to) return null
  for (let attempt = 0; attempt < 5; attempt++) {
    const pos = spot(scene)
    if (pos < from || pos > to) return pos
  }
  return null
}

/** What the editor does when a selection is dropped (prosemirror-view, handlers.drop). */
function drop(editor: Editor, target: number): void {
  const slice = editor.state.selection.content()
  const point = dropPoint(editor.state.doc, target, slice) ?? target
  const { tr } = editor.state
  tr.deleteSelection()
  const pos = tr.mapping.map(point)
  const only = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1 ? slice.content.firstChild : null
  const before = tr.doc
  if (only) tr.replaceRangeWith(pos, pos, only)
  else tr.replaceRange(pos, pos, slice)
  if (tr.doc.eq(before)) return
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(target))))
  dispatch(editor, tr.setMeta('uiEvent', 'drop'))
}

/** A position in a block, moved out of the middle of a surrogate pair and into the block. */
function whole({ node, pos }: WordBlock, offset: number): number {
  const inside = Math.min(node.content.size, Math.max(0, offset))
  return pos + 1 + (cutsPair(node, inside) ? inside - 1 : inside)
}

function wholeAt(doc: PMNode, pos: number): number {
  const $pos = doc.resolve(pos)
  return $pos.parent.isTextblock && cutsPair($pos.parent, $pos.parentOffset) ? pos - 1 : pos
}

function cutsPair(node: PMNode, offset: number): boolean {
  const unit = node.textBetween(0, node.content.size, '', ' ').charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff
}

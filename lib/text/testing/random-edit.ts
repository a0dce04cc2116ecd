import type { Editor } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { deleteBackward, deleteForward, splitBlock } from '#/lib/text/editor-keys.ts'
import { allBlocks, type BlockPlace } from '#/lib/text/positions.ts'
import type { Rng } from '#/lib/text/testing/rng.ts'

interface Edit {
  editor: Editor
  random: Rng
  /** New words of about this length. */
  words: (length: number) => string
  blocks: BlockPlace[]
  block: BlockPlace
  /** Position in `block`, never inside a surrogate pair. */
  at: number
  /** A position up to 8 characters further in the same block. */
  to: number
}

const EDITS: Record<string, (edit: Edit) => void> = {
  type: ({ editor, random, words, at }) => editor.view.dispatch(editor.state.tr.insertText(words(random.int(1, 4)), at)),
  remove: ({ editor, at, to }) => to > at && editor.view.dispatch(editor.state.tr.delete(at, to)),
  replace: ({ editor, random, words, at, to }) =>
    to > at && editor.view.dispatch(editor.state.tr.insertText(words(random.int(1, 5)), at, to)),
  split: ({ editor, at }) => caretAt(editor, at) && editor.commands.command(({ tr }) => splitBlock(tr)),
  joinBackward: ({ editor, block }) => caretAt(editor, block.pos + 1) && editor.commands.command(({ tr }) => deleteBackward(tr)),
  joinForward: ({ editor, block }) =>
    caretAt(editor, block.pos + block.node.nodeSize - 1) && editor.commands.command(({ tr }) => deleteForward(tr)),
  bold: ({ editor, at, to }) => to > at && editor.chain().setTextSelection({ from: at, to }).toggleBold().run(),
  link: ({ editor, at, to }) =>
    to > at && editor.chain().setTextSelection({ from: at, to }).setLink({ href: 'https://example.org/' }).run(),
  heading: ({ editor, random, at }) =>
    editor
      .chain()
      .setTextSelection(at)
      .setHeading({ level: random.int(1, 3) })
      .run(),
  quote: ({ editor, at }) => editor.chain().setTextSelection(at).toggleQuote().run(),
  list: ({ editor, random, at }) =>
    editor
      .chain()
      .setTextSelection(at)
      .toggleList(random.pick(['bullet', 'ordered']))
      .run(),
  indent: ({ editor, random, at }) =>
    editor
      .chain()
      .setTextSelection(at)
      .indentList(random.pick([1, -1]))
      .run(),
  hardBreak: ({ editor, at }) => editor.chain().setTextSelection(at).setHardBreak().run(),
  removeAcross({ editor, random, blocks, block }) {
    const before = blocks[blocks.indexOf(block) - 1]
    if (!before) return
    const { size } = before.node.content
    const from = whole(before, random.int(Math.max(0, size - 6), size))
    editor
      .chain()
      .setTextSelection({ from, to: whole(block, Math.min(block.node.content.size, 5)) })
      .deleteSelection()
      .run()
  },
  removeBlock: ({ editor, blocks, block }) =>
    blocks.length > 3 && editor.view.dispatch(editor.state.tr.delete(block.pos, block.pos + block.node.nodeSize)),
  everywhere({ editor, random, words, blocks }) {
    const { tr } = editor.state
    for (const other of blocks.filter((_, i) => i % 2 === 0).reverse()) {
      if (other.node.content.size > 2) tr.insertText(words(2), whole(other, random.int(0, other.node.content.size - 1)))
    }
    editor.view.dispatch(tr)
  },
  pasteSlice({ editor, random, blocks, at, to }) {
    const source = random.pick(blocks)
    const from = whole(source, random.int(0, source.node.content.size))
    const end = wholeAt(editor, Math.min(editor.state.doc.content.size - 2, from + random.int(1, 60)))
    if (end > from) editor.view.dispatch(editor.state.tr.replace(at, to, editor.state.doc.slice(from, end)))
  },
  pasteHtml({ editor, words, at, to }) {
    editor.chain().setTextSelection({ from: at, to }).run()
    editor.view.pasteHTML(
      `<p>${words(3)}</p><ul><li>${words(3)}<ol><li><b>${words(2)}</b></li></ol></li></ul><h2>${words(2)}</h2>`,
      new Event('paste') as ClipboardEvent,
    )
  },
  replaceAll({ editor, random, words }) {
    if (random.chance(0.1)) editor.chain().selectAll().deleteSelection().insertContent(words(10)).run()
  },
  front: ({ editor, random, words, blocks }) =>
    editor.view.dispatch(
      editor.state.tr.insert(
        blocks[0]!.pos,
        editor.schema.nodes[random.pick(['paragraph', 'heading', 'quote'])]!.create(null, editor.schema.text(words(5))),
      ),
    ),
  removeFront: ({ editor, blocks }) =>
    blocks.length > 3 && editor.view.dispatch(editor.state.tr.delete(blocks[0]!.pos, blocks[0]!.pos + blocks[0]!.node.nodeSize)),
  emoji: ({ editor, at }) => editor.view.dispatch(editor.state.tr.insertText('😀👍🏽', at)),
  half: ({ editor, random, block, at }) => {
    // What no person can do and no program should: an edit inside a surrogate pair.
    const pair = block.node.textContent.search(/[\ud800-\udbff]/)
    if (pair >= 0 && block.node.content.size === block.node.textContent.length) {
      const middle = block.pos + 1 + pair + 1
      editor.view.dispatch(random.chance(0.5) ? editor.state.tr.insertText('x', middle) : editor.state.tr.delete(middle, middle + 1))
    } else editor.view.dispatch(editor.state.tr.insertText('a\nb\r\u2028', at))
  },
  move({ editor, random, blocks, block }) {
    const target = random.pick(blocks)
    if (blocks.length <= 3 || target === block) return
    const { tr } = editor.state
    const end = block.pos + block.node.nodeSize
    if (target.pos > block.pos) tr.insert(target.pos + target.node.nodeSize, block.node).delete(block.pos, end)
    else tr.delete(block.pos, end).insert(target.pos, Fragment.from(block.node))
    editor.view.dispatch(tr.setMeta('uiEvent', 'drop'))
  },
}

export type EditKind = keyof typeof EDITS

/** All kinds of edits, structural ones far more often than people make them. */
export const HOSTILE: Record<EditKind, number> = {
  type: 30,
  remove: 10,
  replace: 6,
  split: 8,
  joinBackward: 5,
  joinForward: 3,
  bold: 6,
  link: 2,
  heading: 4,
  quote: 2,
  list: 4,
  indent: 3,
  hardBreak: 4,
  removeAcross: 5,
  removeBlock: 3,
  everywhere: 3,
  pasteSlice: 5,
  pasteHtml: 2,
  replaceAll: 1,
  front: 3,
  removeFront: 2,
  emoji: 4,
  half: 2,
  move: 4,
}

/** Edits as people make them while correcting a text. */
export const REALISTIC: Record<EditKind, number> = {
  type: 60,
  remove: 16,
  replace: 8,
  split: 4,
  joinBackward: 2,
  joinForward: 1,
  bold: 4,
  heading: 2,
  removeAcross: 2,
  removeBlock: 1,
}

const SYLLABLES = 'xyz'.repeat(8)

/** Makes one random edit in a real editor and says which. */
export function randomEdit(
  editor: Editor,
  random: Rng,
  weights: Record<EditKind, number> = HOSTILE,
  words = (length: number) => SYLLABLES.slice(0, length),
): EditKind {
  const kind = pickWeighted(random, weights)
  const blocks = allBlocks(editor.state.doc)
  const block = random.pick(blocks)
  const offset = random.int(0, block.node.content.size)
  const at = whole(block, offset)
  const to = Math.max(at, whole(block, Math.min(block.node.content.size, offset + random.int(1, 8))))
  EDITS[kind]!({ editor, random, words, blocks, block, at, to })
  return kind
}

function pickWeighted(random: Rng, weights: Record<EditKind, number>): EditKind {
  const kinds = Object.keys(weights)
  let left = random.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  for (const kind of kinds) {
    left -= weights[kind]!
    if (left <= 0) return kind
  }
  return kinds[0]!
}

function caretAt(editor: Editor, pos: number): boolean {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos)))
  return true
}

/** A position in a block, moved out of the middle of a surrogate pair. */
function whole({ node, pos }: BlockPlace, offset: number): number {
  const unit = node.textBetween(0, node.content.size, '', ' ').charCodeAt(offset)
  return pos + 1 + (unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset)
}

function wholeAt(editor: Editor, pos: number): number {
  const $pos = editor.state.doc.resolve(pos)
  return $pos.parent.isTextblock ? whole({ node: $pos.parent, pos: $pos.before(), flat: 0 }, $pos.parentOffset) : pos
}

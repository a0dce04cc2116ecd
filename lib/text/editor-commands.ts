import { Extension } from '@tiptap/core'
import type { NodeType } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { MAX_INDENT } from '#/lib/text/block-code.ts'
import { linkTarget } from '#/lib/text/link-target.ts'

type List = 'bullet' | 'ordered'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    flatText: {
      /** Makes the selected blocks plain paragraphs. */
      setParagraph: () => ReturnType
      /** Makes the selected blocks headings, or paragraphs when they all are such headings already. */
      setHeading: (attributes: { level: number }) => ReturnType
      toggleQuote: () => ReturnType
      toggleList: (list: List) => ReturnType
      /** Moves the selected list items one level in (1) or out (-1); false when there is none to move. */
      indentList: (by: 1 | -1) => ReturnType
      /** Links the selected words, or the link around the caret; false for a target that is no http, https or mailto address. */
      setLink: (attributes: { href: string }) => ReturnType
      unsetLink: () => ReturnType
      setHardBreak: () => ReturnType
    }
  }
}

/** What the toolbar and the keys do. Kinds change in place: no character is re-created, so tags stay. */
export const EditorCommands = Extension.create({
  name: 'flatText',
  addCommands: () => ({
    setParagraph:
      () =>
      ({ tr, state }) =>
        setKind(tr, state.schema.nodes.paragraph!),
    setHeading:
      ({ level }) =>
      ({ tr, state }) =>
        toggleKind(tr, state, state.schema.nodes.heading!, { level }),
    toggleQuote:
      () =>
      ({ tr, state }) =>
        toggleKind(tr, state, state.schema.nodes.quote!),
    toggleList:
      (list) =>
      ({ tr, state }) =>
        toggleKind(tr, state, state.schema.nodes.listItem!, { list }),
    indentList:
      (by) =>
      ({ tr }) =>
        indent(tr, by),
    setLink:
      ({ href }) =>
      ({ commands }) => {
        const target = linkTarget(href)
        return target !== null && commands.extendMarkRange('link') && commands.setMark('link', { href: target })
      },
    unsetLink:
      () =>
      ({ commands }) =>
        commands.extendMarkRange('link') && commands.unsetMark('link'),
    setHardBreak:
      () =>
      ({ tr, state }) => {
        const marks = state.storedMarks ?? state.selection.$from.marks()
        tr.replaceSelectionWith(state.schema.nodes.hardBreak!.create(null, null, marks), false)
          .ensureMarks(marks)
          .scrollIntoView()
        return true
      },
  }),
})

/** Positions and nodes of the blocks that the selection touches. */
function selectedBlocks(tr: Transaction) {
  const blocks: { pos: number; type: NodeType; attrs: Record<string, unknown> }[] = []
  tr.doc.nodesBetween(tr.selection.from, tr.selection.to, (node, pos) => {
    if (node.isTextblock) blocks.push({ pos, type: node.type, attrs: node.attrs })
    return !node.isTextblock
  })
  return blocks
}

function setKind(tr: Transaction, type: NodeType, attrs: Record<string, unknown> = {}): boolean {
  for (const block of selectedBlocks(tr)) {
    const kept = block.type === type ? block.attrs : {}
    tr.setNodeMarkup(block.pos, type, { ...kept, ...attrs })
  }
  return true
}

function toggleKind(tr: Transaction, state: EditorState, type: NodeType, attrs: Record<string, unknown> = {}): boolean {
  const already = selectedBlocks(tr).every(
    (block) => block.type === type && Object.entries(attrs).every(([name, value]) => block.attrs[name] === value),
  )
  return already ? setKind(tr, state.schema.nodes.paragraph!) : setKind(tr, type, attrs)
}

function indent(tr: Transaction, by: 1 | -1): boolean {
  const items = selectedBlocks(tr).filter((block) => block.type.name === 'listItem')
  for (const { pos, attrs } of items) {
    const depth = Math.min(MAX_INDENT, Math.max(0, Number(attrs.indent) + by))
    if (depth !== attrs.indent) tr.setNodeAttribute(pos, 'indent', depth)
  }
  return items.length > 0
}

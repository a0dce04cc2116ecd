import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { setOwnWork } from '#/lib/text/own-work.ts'

/** Blocks per section when a document is rendered; a section is split when edits have doubled it. */
export const SECTION_SIZE = 50

/** Splits sections that have grown beyond twice the size. Nothing of this reaches the flat text. */
export const Sections = Extension.create<{ size: number }>({
  name: 'sections',
  addOptions: () => ({ size: SECTION_SIZE }),
  addProseMirrorPlugins() {
    const { size } = this.options
    const { editor } = this
    return [
      new Plugin({
        appendTransaction(transactions, _before, state) {
          // What an input method composes must not be drawn anew; the next edit splits.
          if (!transactions.some((tr) => tr.docChanged) || editor.view.composing) return null
          const tr = splitSections(state.tr, size)
          return tr.docChanged ? setOwnWork(tr) : null
        },
      }),
    ]
  },
})

function splitSections(tr: Transaction, size: number): Transaction {
  const cuts: number[] = []
  tr.doc.forEach((section: PMNode, offset: number) => {
    if (section.childCount <= 2 * size) return
    let pos = offset + 1
    section.forEach((block, _offset, i) => {
      // The last part may be larger than the others, never smaller.
      if (i > 0 && i % size === 0 && section.childCount - i >= size) cuts.push(pos)
      pos += block.nodeSize
    })
  })
  for (const pos of cuts.reverse()) tr.split(pos)
  return tr
}

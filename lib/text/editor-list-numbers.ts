import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { listNumbers, NO_ITEM, outlineLetter } from '#/lib/text/list-numbers.ts'
import { MOST_FOLLOWED } from '#/lib/text/most-followed.ts'
import { allBlocks } from '#/lib/text/positions.ts'

/** The outline of the document's lists when it was last numbered, and the numbers shown. */
interface Numbering {
  outline: string
  shown: DecorationSet
}

const key = new PluginKey<Numbering>('listNumbers')

/**
 * Puts `data-number` on ordered list items. Not left to CSS counters: sections are laid out apart from one another
 * (`content-visibility`), and a counter does not reach from one into the next.
 */
export const ListNumbers = Extension.create({
  name: 'listNumbers',
  addProseMirrorPlugins: () => [
    new Plugin<Numbering>({
      key,
      state: {
        init: (_config, { doc }) => number(doc, outlineOf(doc)),
        apply(tr, before) {
          if (!tr.docChanged) return before
          const outline = outlineOf(tr.doc)
          // Typing changes no number: what is shown only moves.
          const isSmall = tr.mapping.maps.length <= MOST_FOLLOWED
          return isSmall && outline === before.outline ? { outline, shown: before.shown.map(tr.mapping, tr.doc) } : number(tr.doc, outline)
        },
      },
      props: { decorations: (state) => key.getState(state)?.shown },
    }),
  ],
})

function outlineOf(doc: PMNode): string {
  return doc.children.map(sectionOutline).join('')
}

const outlines = new WeakMap<PMNode, string>()

function sectionOutline(section: PMNode): string {
  let outline = outlines.get(section)
  if (outline === undefined) {
    outline = section.children
      .map(({ type, attrs }) => (type.name === 'listItem' ? outlineLetter(attrs.list, attrs.indent) : NO_ITEM))
      .join('')
    outlines.set(section, outline)
  }
  return outline
}

function number(doc: PMNode, outline: string): Numbering {
  if (!/[a-z]/.test(outline)) return { outline, shown: DecorationSet.empty }
  const numbers = listNumbers(outline)
  const items = allBlocks(doc).flatMap(({ node, pos }, i) =>
    numbers[i] ? [Decoration.node(pos, pos + node.nodeSize, { 'data-number': String(numbers[i]) })] : [],
  )
  return { outline, shown: DecorationSet.create(doc, items) }
}

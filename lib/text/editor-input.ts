import { Extension, InputRule } from '@tiptap/core'

const KINDS: { find: RegExp; node: string; attrs?: (match: string) => Record<string, unknown> }[] = [
  { find: /^(#{1,6})\s$/, node: 'heading', attrs: (hashes) => ({ level: hashes.length }) },
  { find: /^(>)\s$/, node: 'quote' },
  { find: /^([-*])\s$/, node: 'listItem', attrs: () => ({ list: 'bullet' }) },
  { find: /^(1[.)])\s$/, node: 'listItem', attrs: () => ({ list: 'ordered' }) },
]

/** "# ", "> ", "- " and "1. " at the start of a paragraph change its kind. Backspace right after takes it back. */
export const EditorInput = Extension.create({
  name: 'flatInput',
  addInputRules: () =>
    KINDS.map(
      ({ find, node, attrs }) =>
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            const $from = state.doc.resolve(range.from)
            if ($from.parent.type.name !== 'paragraph') return null
            state.tr.delete(range.from, range.to).setNodeMarkup($from.before(), state.schema.nodes[node], attrs?.(match[1]!))
          },
        }),
    ),
})

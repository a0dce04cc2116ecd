import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { Plugin } from 'prosemirror-state'

export { undoInputRule } from 'prosemirror-inputrules'

const KINDS: { typed: RegExp; node: string; attrs?: (typed: string) => Record<string, unknown> }[] = [
  { typed: /^(#{1,6})\s$/, node: 'heading', attrs: (hashes) => ({ level: hashes.length }) },
  { typed: /^(>)\s$/, node: 'quote' },
  { typed: /^([-*])\s$/, node: 'listItem', attrs: () => ({ list: 'bullet' }) },
  { typed: /^(1[.)])\s$/, node: 'listItem', attrs: () => ({ list: 'ordered' }) },
]

/**
 * "# ", "> ", "- " and "1. " at the start of a paragraph change its kind. Backspace right after takes it back. Typing ** or _
 * around words does not change a source; the keys and the toolbar do.
 */
export function editorInput(): Plugin {
  return inputRules({
    rules: KINDS.map(
      ({ typed, node, attrs }) =>
        new InputRule(typed, ({ doc, schema, tr }, match, from, to) => {
          const $from = doc.resolve(from)
          if ($from.parent.type.name !== 'paragraph') return null
          return tr.delete(from, to).setNodeMarkup($from.before(), schema.nodes[node], attrs?.(match[1]!))
        }),
    ),
  })
}

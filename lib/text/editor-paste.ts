import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { flattenHtml } from '#/lib/text/flatten-html.ts'
import { isOwnWork } from '#/lib/text/own-work.ts'

/** Foreign HTML becomes flat blocks; characters the flat text cannot hold are replaced wherever they come from. */
export const EditorPaste = Extension.create({
  name: 'flatPaste',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { transformPastedHTML: (html) => flattenHtml(html) },
      appendTransaction(transactions, _before, state) {
        let tr: Transaction | null = null
        for (const [i, done] of transactions.entries()) {
          if (!done.docChanged || isOwnWork(done)) continue
          const later = transactions.slice(i + 1)
          done.mapping.maps.forEach((map, m) => {
            const after = done.docs[m + 1] ?? done.doc
            map.forEach((_from, _to, from, to) => {
              // Asked first, of this one step: an edit of thousands of places must not follow each through all the others.
              if (!hasUnfit(after, from, to)) return
              const rest = (pos: number, side: 1 | -1) =>
                later.reduce((p, t) => t.mapping.map(p, side), done.mapping.slice(m + 1).map(pos, side))
              tr = cleanRange(tr ?? state.tr, state.doc, rest(from, -1), rest(to, 1))
            })
          })
        }
        return (tr as Transaction | null)?.docChanged ? tr : null
      },
    }),
  ],
})

const UNFIT = /[\n\r\0\u2028]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function hasUnfit(doc: PMNode, from: number, to: number): boolean {
  // One more on both sides: an edit may have cut a pair whose other half it did not touch.
  const text = doc.textBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), '', ' ')
  return text.search(UNFIT) >= 0
}

/** Replaces line ends by hard breaks and broken characters by U+FFFD, one for one, so that no position moves. */
function cleanRange(tr: Transaction, doc: PMNode, from: number, to: number): Transaction {
  // One more on both sides: an edit may have cut a pair whose other half it did not touch.
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, pos) => {
    if (!node.isTextblock) return true
    node.forEach((child, offset) => {
      for (const match of child.text?.matchAll(UNFIT) ?? []) {
        const at = pos + 1 + offset + match.index
        const fit = /[\n\r\u2028]/.test(match[0])
          ? doc.type.schema.nodes.hardBreak!.create(null, null, child.marks)
          : doc.type.schema.text('\ufffd', child.marks)
        tr.replaceWith(at, at + 1, fit)
      }
    })
    return false
  })
  return tr
}

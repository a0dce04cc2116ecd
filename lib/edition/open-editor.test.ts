// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdition } from '#/lib/edition/apply-edition.ts'
import type { TextBlock } from '#/lib/text/block.ts'
import { createTextDoc } from '#/lib/text/flat.ts'
import { allBlocks } from '#/lib/text/positions.ts'
import { cloneDoc, openPeer } from '#/lib/text/testing/peer.ts'

const words = fc
  .array(fc.constantFrom('one', 'two', 'Сорок', 'سبعة', '😀', 'ten', '-', '.'), { maxLength: 6 })
  .map((list) => list.join(' '))
const span = fc.record({ text: words, bold: fc.constant(true as const) }, { requiredKeys: ['text'] })
const block: fc.Arbitrary<TextBlock> = fc.record({
  type: fc.constantFrom('paragraph', 'heading', 'quote'),
  spans: fc.array(span, { maxLength: 3 }),
})
const blocks = fc.array(block, { minLength: 1, maxLength: 8 })

/** Blocks without the sections they are drawn in: where those begin depends on how the text grew. */
const shown = ({ editor }: ReturnType<typeof openPeer>) => allBlocks(editor.state.doc).map(({ node }) => node.toJSON())

it('an open editor takes any edition in as fine steps, and shows what one shows that is opened afterwards', () => {
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const doc = createTextDoc(before)
      const open = openPeer(cloneDoc(doc))
      const server = cloneDoc(doc)
      applyEdition(server, createTextDoc(after))
      Y.applyUpdate(open.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(open.doc)), 'remote')
      const fresh = openPeer(cloneDoc(server))
      expect(shown(open)).toEqual(shown(fresh))
      open.destroy()
      fresh.destroy()
    }),
    { numRuns: 60 },
  )
})

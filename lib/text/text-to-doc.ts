import type { Node as PMNode, Schema } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { LINE_BREAK, type TextBlock, type TextSpan } from '#/lib/text/block.ts'
import { SECTION_SIZE } from '#/lib/text/editor-sections.ts'
import { readBlocks } from '#/lib/text/flat.ts'

/** The editor document a text stands for, in sections of `size` blocks. */
export function textToDoc(text: Y.Text, schema: Schema, size = SECTION_SIZE): PMNode {
  const blocks = readBlocks(text).map((block) => blockNode(schema, block))
  const sections: PMNode[] = []
  for (let i = 0; i < blocks.length; i += size) sections.push(schema.nodes.section!.create(null, blocks.slice(i, i + size)))
  return schema.topNodeType.create(null, sections)
}

/** The editor's block for a block of the text. */
export function blockNode(schema: Schema, block: TextBlock): PMNode {
  const { type, spans, ...attrs } = block
  return schema.nodes[type]!.create(
    attrs,
    spans.flatMap((span) => inlineNodes(schema, span)),
  )
}

/** The editor's inline nodes for a span: words, and hard breaks for U+2028. */
export function inlineNodes(schema: Schema, span: TextSpan): PMNode[] {
  const marks = [
    ...(span.bold ? [schema.marks.bold!.create()] : []),
    ...(span.italic ? [schema.marks.italic!.create()] : []),
    ...(span.href ? [schema.marks.link!.create({ href: span.href })] : []),
  ].reduce((set, mark) => mark.addToSet(set), [] as readonly ReturnType<Schema['mark']>[])
  return span.text
    .split(LINE_BREAK)
    .flatMap((words, i) => [
      ...(i > 0 ? [schema.nodes.hardBreak!.create(null, null, marks)] : []),
      ...(words === '' ? [] : [schema.text(words, marks)]),
    ])
}

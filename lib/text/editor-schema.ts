import { Schema, type SchemaSpec } from 'prosemirror-model'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { linkTarget } from '#/lib/text/link-target.ts'

const LEVELS = [1, 2, 3, 4, 5, 6]

/** A kind of block; what it is shown as says its own direction. */
const block = { group: 'block', content: 'inline*' }

export const TEXT_NODES = {
  // First in its group: what the editor makes when it needs some block.
  paragraph: { ...block, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', { dir: 'auto' }, 0] },
  doc: { content: 'section+' },
  /** Presentational: keeps the browser's layout work local (`content-visibility`). Exists in the editor only. */
  section: { content: 'block+', parseDOM: [{ tag: 'section' }], toDOM: () => ['section', { class: 'text-section' }, 0] },
  heading: {
    ...block,
    defining: true,
    attrs: { level: { default: 1 } },
    parseDOM: LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: ({ attrs }) => [`h${attrs.level}`, { dir: 'auto' }, 0],
  },
  quote: { ...block, defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', { dir: 'auto' }, 0] },
  /** A list item stands alone: its list is whatever stands around it, and so is its number (see editor-list-numbers.ts). */
  listItem: {
    ...block,
    defining: true,
    attrs: { list: { default: 'bullet' }, indent: { default: 0 } },
    parseDOM: [
      {
        tag: 'p[data-list]',
        priority: 60,
        getAttrs: ({ dataset }) => ({ list: dataset.list, indent: Number(dataset.indent ?? 0) }),
      },
    ],
    toDOM: ({ attrs }) => ['p', { 'data-list': attrs.list, 'data-indent': attrs.indent, dir: 'auto' }, 0],
  },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    leafText: () => LINE_BREAK,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  text: { group: 'inline' },
} satisfies SchemaSpec['nodes']

export const TEXT_MARKS = {
  bold: {
    parseDOM: [
      { tag: 'strong' },
      { tag: 'b', getAttrs: ({ style }) => style.fontWeight !== 'normal' && null },
      { style: 'font-weight=400', clearMark: ({ type }) => type.name === 'bold' },
      { style: 'font-weight', getAttrs: (weight) => /^(?:bold(?:er)?|[5-9]\d{2,})$/.test(weight) && null },
    ],
    toDOM: () => ['strong', 0],
  },
  italic: {
    parseDOM: [
      { tag: 'em' },
      { tag: 'i', getAttrs: ({ style }) => style.fontStyle !== 'normal' && null },
      { style: 'font-style=normal', clearMark: ({ type }) => type.name === 'italic' },
      { style: 'font-style=italic' },
    ],
    toDOM: () => ['em', 0],
  },
  link: {
    inclusive: false,
    attrs: { href: { default: null } },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = linkTarget(element.getAttribute('href'))
          return href === null ? false : { href }
        },
      },
    ],
    toDOM: ({ attrs }) => ['a', { href: attrs.href, rel: 'noopener noreferrer nofollow', target: '_blank' }, 0],
  },
} satisfies SchemaSpec['marks']

/** A text in the editor: doc > section+ > (paragraph | heading | quote | listItem)+, words with hard breaks, bold, italic and links. */
export const TEXT_SCHEMA = new Schema({ topNode: 'doc', nodes: TEXT_NODES, marks: TEXT_MARKS })

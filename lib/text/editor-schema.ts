import { type Extensions, Mark, mergeAttributes, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Italic } from '@tiptap/extension-italic'
import { Text } from '@tiptap/extension-text'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { EditorCommands } from '#/lib/text/editor-commands.ts'
import { EditorInput } from '#/lib/text/editor-input.ts'
import { EditorKeys } from '#/lib/text/editor-keys.ts'
import { ListNumbers } from '#/lib/text/editor-list-numbers.ts'
import { EditorPaste } from '#/lib/text/editor-paste.ts'
import { Sections } from '#/lib/text/editor-sections.ts'
import { linkTarget } from '#/lib/text/link-target.ts'

const Document = Node.create({ name: 'doc', topNode: true, content: 'section+' })

/** Presentational: keeps the browser's layout work local (`content-visibility`). Exists in the editor only. */
const Section = Node.create({
  name: 'section',
  content: 'block+',
  parseHTML: () => [{ tag: 'section' }],
  renderHTML: () => ['section', { class: 'text-section' }, 0],
})

const Paragraph = Node.create({
  name: 'paragraph',
  // First in its group: what the editor makes when it needs some block.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', { dir: 'auto' }, 0],
})

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, { dir: 'auto' }, 0],
})

const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', { dir: 'auto' }, 0],
})

/** A list item stands alone: its list is whatever stands around it, and so is its number (see editor-list-numbers.ts). */
const ListItem = Node.create({
  name: 'listItem',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    list: { default: 'bullet', parseHTML: (element) => element.dataset.list, renderHTML: ({ list }) => ({ 'data-list': list }) },
    indent: { default: 0, parseHTML: (element) => Number(element.dataset.indent), renderHTML: ({ indent }) => ({ 'data-indent': indent }) },
  }),
  parseHTML: () => [{ tag: 'p[data-list]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { dir: 'auto' }), 0],
})

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  extendNodeSchema: () => ({ leafText: () => LINE_BREAK }),
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = linkTarget(element.getAttribute('href'))
        return href === null ? false : { href }
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer nofollow', target: '_blank' }), 0],
})

// Typing ** or _ around words must not change a source; the keys and the toolbar do.
const rules = { addInputRules: () => [], addPasteRules: () => [] }

/**
 * The editor of a text: doc > section+ > (paragraph | heading | quote | listItem)+, words with hard breaks, bold, italic
 * and links. Add `new FlatBinding(...).plugin()` to connect it to a text; set `injectCSS: false` on the editor.
 */
export function editorExtensions(): Extensions {
  return [
    Document,
    Section,
    Paragraph,
    Heading,
    Quote,
    ListItem,
    HardBreak,
    Text,
    Bold.extend(rules),
    Italic.extend(rules),
    Link,
    Sections,
    ListNumbers,
    EditorCommands,
    EditorKeys,
    EditorInput,
    EditorPaste,
  ]
}

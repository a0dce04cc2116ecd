import type { Plugin } from 'prosemirror-state'
import { emptied } from '#/lib/text/editor-emptied.ts'
import { editorInput } from '#/lib/text/editor-input.ts'
import { editorKeys } from '#/lib/text/editor-keys.ts'
import { listNumbering } from '#/lib/text/editor-list-numbers.ts'
import { editorPaste } from '#/lib/text/editor-paste.ts'
import { sections } from '#/lib/text/editor-sections.ts'

/**
 * What makes an editor one of flat texts: keys, input, paste, numbers, sections. `new FlatBinding(...).plugin()` connects it
 * to a text.
 * @param sectionSize blocks per section
 */
export function editorPlugins(sectionSize?: number): Plugin[] {
  return [editorKeys(), editorPaste(), editorInput(), listNumbering(), sections(sectionSize), emptied()]
}

import { TextSelection } from 'prosemirror-state'
import type { TextEdit } from '#/lib/text/text-edit.ts'

/** Puts the caret at a position, or selects from there on. */
export const selectRange =
  (from: number, to = from): TextEdit =>
  (tr) => {
    tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
    return true
  }

import type { EditorView } from '@tiptap/pm/view'

/**
 * Makes the editor read where the caret is now. A key moves it some milliseconds before the browser says so with
 * "selectionchange": a shortcut in between would act on the selection as it was, and a redrawing in between would put
 * the caret back, so that what is typed next stands in the wrong place. ProseMirror guards only drags of the mouse
 * against this, and has no public way to ask for it. Does nothing while an input method composes.
 */
export function readCaret(view: EditorView): void {
  const { domObserver, composing } = view as EditorView & { domObserver?: { flush?(): void } }
  if (!composing) domObserver?.flush?.()
}

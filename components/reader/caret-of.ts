import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { isCaret, resolveCaret } from '#/lib/anchor/caret.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { toPos } from '#/lib/text/positions.ts'

/** Where a person's caret is in the editor now; null when they show none or it has not arrived. */
export function caretOf(awareness: Awareness, text: Y.Text, doc: ProseMirrorNode, userId: string): number | null {
  for (const state of awareness.getStates().values()) {
    if (state.user?.id !== userId || !isCaret(state.cursor?.head)) continue
    const flat = resolveCaret(liveIndex(text), state.cursor.head)
    if (flat !== null) return toPos(doc, flat)
  }
  return null
}

import type { CollabRoom } from '#/components/collab/room.ts'
import { t } from '#/lib/message/t.ts'
import { caretOf } from './caret-of.ts'
import type { ReaderModel } from './reader-model.ts'
import { scrollToPosition } from './select-passage.ts'

/** What somebody who looks elsewhere in the text does. */
const OWN_MOVES = ['wheel', 'touchmove'] as const

/**
 * Keeps the place where a person is in sight, until this reader scrolls away by themselves or the person leaves: then nobody is
 * followed any more. Returns how to stop.
 */
export function followPerson(model: ReaderModel, room: CollabRoom, person: { id: string; name: string }): () => void {
  const { awareness } = room
  let last: number | null = null
  let frame = 0
  const look = () => {
    const { view } = model
    const isHere = [...awareness.getStates().values()].some(({ user }) => user?.id === person.id)
    if (!isHere) {
      model.ui.set({ following: null })
      model.announce(t('{name} left the document.', { name: person.name }))
      return
    }
    // Null while they show no place, or the words they stand in are still on their way.
    const position = view && caretOf(awareness, model.source.text, view.state.doc, person.id)
    if (position === null || position === last) return
    last = position
    scrollToPosition(model, position)
  }
  // One look for everything that comes in a turn, when the text has taken in what came with it.
  const later = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(look)
  }
  const stop = () => model.ui.set({ following: null })
  later()
  awareness.on('change', later)
  model.editor?.on('transaction', later)
  for (const move of OWN_MOVES) model.desk?.addEventListener(move, stop, { passive: true })
  return () => {
    cancelAnimationFrame(frame)
    awareness.off('change', later)
    model.editor?.off('transaction', later)
    for (const move of OWN_MOVES) model.desk?.removeEventListener(move, stop)
  }
}

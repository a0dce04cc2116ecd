import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { CollabRoom } from '#/components/collab/room.ts'
import { captureCaret, isCaret, resolveCaret } from '#/lib/anchor/caret.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import type { PresenceState } from '#/lib/collab/presence.ts'
import { toFlat, toPos } from '#/lib/text/positions.ts'
import { caretBox, type DrawnCaret } from './caret-box.ts'

/** Typing and selecting make many changes in a row; they are told together. */
const SEND_AFTER_MS = 80
/** Others' carets are placed anew at most this often; between, they move with the text. */
const PLACE_EVERY_MS = 100

/** Somebody's selection, ProseMirror positions. */
interface Remote {
  anchor: number
  head: number
}

/**
 * Shows where others are: carets with a name flag and their selections, drawn on a layer over the text so that not a
 * single line of it can move. Tells the others where this person is.
 * @param layer an element that lies exactly over the editor
 */
export function caretsPlugin(room: CollabRoom, text: Y.Text, layer: HTMLElement): Plugin {
  return new Plugin({ view: (view) => new Carets(view, room, text, layer) })
}

class Carets {
  private readonly remotes = new Map<number, Remote>()
  private readonly boxes = new Map<number, DrawnCaret>()
  private sendTimer: ReturnType<typeof setTimeout> | undefined
  private placeTimer: ReturnType<typeof setTimeout> | undefined
  private frame = 0
  private readonly resized: ResizeObserver
  private readonly view: EditorView
  private readonly room: CollabRoom
  private readonly text: Y.Text
  private readonly layer: HTMLElement

  constructor(view: EditorView, room: CollabRoom, text: Y.Text, layer: HTMLElement) {
    this.view = view
    this.room = room
    this.text = text
    this.layer = layer
    room.awareness.on('change', this.onPresence)
    this.resized = new ResizeObserver(() => this.draw())
    this.resized.observe(view.dom)
    this.onPresence()
  }

  update(view: EditorView, before: EditorView['state']): void {
    if (view.state.doc !== before.doc) this.place()
    if (view.state.doc !== before.doc || !view.state.selection.eq(before.selection)) this.send()
  }

  destroy(): void {
    clearTimeout(this.sendTimer)
    clearTimeout(this.placeTimer)
    cancelAnimationFrame(this.frame)
    this.room.awareness.off('change', this.onPresence)
    this.resized.disconnect()
    this.layer.replaceChildren()
  }

  /** Shows the others where this person is; once for all changes of one turn. */
  private send(): void {
    this.sendTimer ??= setTimeout(() => {
      this.sendTimer = undefined
      const { doc, selection } = this.view.state
      const index = liveIndex(this.text)
      const anchor = captureCaret(index, toFlat(doc, selection.anchor))
      const head = selection.empty ? anchor : captureCaret(index, toFlat(doc, selection.head))
      this.room.setPresence({ cursor: anchor && head ? { anchor, head } : null })
    }, SEND_AFTER_MS)
  }

  private readonly onPresence = (): void => this.place()

  /** Finds everybody's place in the text, soon. */
  private place(): void {
    if (this.placeTimer !== undefined) return
    this.placeTimer = setTimeout(() => {
      this.placeTimer = undefined
      this.read()
      this.draw()
    }, PLACE_EVERY_MS)
  }

  private read(): void {
    this.remotes.clear()
    if (this.room.awareness.getStates().size < 2) return
    const index = liveIndex(this.text)
    const { doc } = this.view.state
    for (const [client, state] of this.room.awareness.getStates()) {
      const { cursor } = state as Partial<PresenceState>
      if (client === this.room.awareness.clientID || !isCaret(cursor?.anchor) || !isCaret(cursor.head)) continue
      const anchor = resolveCaret(index, cursor.anchor)
      const head = resolveCaret(index, cursor.head)
      if (anchor === null || head === null) continue
      this.remotes.set(client, { anchor: toPos(doc, anchor), head: toPos(doc, head) })
    }
  }

  private draw(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => {
      for (const [client, box] of this.boxes) {
        if (this.remotes.has(client)) continue
        box.remove()
        this.boxes.delete(client)
      }
      for (const [client, remote] of this.remotes) this.drawOne(client, remote)
    })
  }

  private drawOne(client: number, { anchor, head }: Remote): void {
    const { user } = (this.room.awareness.getStates().get(client) ?? {}) as Partial<PresenceState>
    if (!user) return
    let box = this.boxes.get(client)
    if (!box) {
      box = caretBox(this.layer, user.name, user.colour)
      this.boxes.set(client, box)
    }
    box.move(this.view, anchor, head)
  }
}

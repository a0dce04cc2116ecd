import type { EditorView } from '@tiptap/pm/view'

/** How long the name flag stays after a movement, ms. */
const FLAG_MS = 2_000

/** One other person's caret, flag and selection on the layer over the text. */
export interface DrawnCaret {
  /** Draws it at these ProseMirror positions. */
  move: (view: EditorView, anchor: number, head: number) => void
  remove: () => void
}

/** Makes the elements of one caret. `colour`: 1 to 8. */
export function caretBox(layer: HTMLElement, name: string, colour: number): DrawnCaret {
  const caret = document.createElement('div')
  caret.className = 'caret'
  caret.dataset.p = String(colour)
  const flag = document.createElement('b')
  flag.textContent = name.split(' ')[0] ?? name
  flag.title = name
  caret.append(flag)
  const selection = document.createElement('div')
  selection.className = 'rsels'
  selection.dataset.p = String(colour)
  layer.append(selection, caret)
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = ''

  return {
    move(view, anchor, head) {
      const size = view.state.doc.content.size
      const origin = layer.getBoundingClientRect()
      const at = view.coordsAtPos(Math.min(head, size), -1)
      caret.style.insetInlineStart = 'auto'
      caret.style.left = `${at.left - origin.left}px`
      caret.style.top = `${at.top - origin.top}px`
      caret.style.height = `${at.bottom - at.top}px`
      caret.classList.toggle('caret--inward', at.left - origin.left > origin.width - 90)
      caret.classList.toggle('caret--below', at.top - origin.top < 18)
      drawSelection(view, selection, origin, Math.min(anchor, head, size), Math.min(Math.max(anchor, head), size))
      const place = `${anchor}:${head}`
      if (place === last) return
      last = place
      caret.classList.add('is-moving')
      clearTimeout(timer)
      timer = setTimeout(() => caret.classList.remove('is-moving'), FLAG_MS)
    },
    remove() {
      clearTimeout(timer)
      caret.remove()
      selection.remove()
    },
  }
}

/** Most rectangles drawn for one selection; a longer one is cut, nobody reads its end. */
const MOST_RECTANGLES = 60

function drawSelection(view: EditorView, box: HTMLElement, origin: DOMRect, from: number, to: number): void {
  const rectangles = from === to ? [] : selectionRectangles(view, from, to).slice(0, MOST_RECTANGLES)
  while (box.children.length > rectangles.length) box.lastChild?.remove()
  while (box.children.length < rectangles.length) box.append(Object.assign(document.createElement('i'), { className: 'rsel' }))
  rectangles.forEach((rectangle, i) => {
    const { style } = box.children[i] as HTMLElement
    style.left = `${rectangle.left - origin.left}px`
    style.top = `${rectangle.top - origin.top}px`
    style.width = `${rectangle.width}px`
    style.height = `${rectangle.height}px`
  })
}

function selectionRectangles(view: EditorView, from: number, to: number): DOMRect[] {
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  // A block inside the range gives its whole box besides its lines; only lines are wanted.
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height < 60)
  return lines.filter(
    (line, i) =>
      !lines.some(
        (other, j) => j < i && Math.abs(other.top - line.top) < 2 && Math.abs(other.left - line.left) < 2 && other.width === line.width,
      ),
  )
}

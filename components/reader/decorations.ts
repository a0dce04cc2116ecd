import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { MOST_FOLLOWED } from '#/lib/text/most-followed.ts'
import { readCaret } from '#/lib/text/read-caret.ts'
import { segmentColours } from './segment-colours.ts'
import { cutSegments, type PaintedPassage, type Segment } from './segments.ts'

/** What is to be painted on the visible part of the text. */
export interface Painting {
  /** Passages in document order, by first and then by longest. */
  passages: readonly PaintedPassage[]
  /** The statements whose words keep their ground and rules while the others step back; null: all do. */
  focus: ReadonlySet<string> | null
  /** The selected statement. */
  activeId: string | null
  /** Words about to be tagged. */
  pending: { from: number; to: number } | null
  /** Words that were looked for. */
  hits: readonly { from: number; to: number; isCurrent: boolean }[]
  /** Names of actors that are not tagged yet, with what to say about them. */
  hints: readonly { from: number; to: number; words: string }[]
  /** The statement to flash once. */
  flashId: string | null
}

interface PaintState {
  decorations: DecorationSet
  /** Step maps of edits the plugin's view has not passed on yet. */
  maps: readonly StepMap[]
}

const key = new PluginKey<PaintState>('passages')

/**
 * Paints passages as inline decorations on the visible part of the text only: the cost of a keystroke does not depend
 * on how many statements the document has.
 * @param onMaps gets every edit's step maps, after the editor has applied it
 */
export function passagesPlugin(onMaps: (maps: readonly StepMap[], doc: ProseMirrorNode) => void): Plugin<PaintState> {
  // State is immutable, so what was passed on is remembered here and left out of the next state.
  let passedOn: readonly StepMap[] = []
  return new Plugin<PaintState>({
    key,
    state: {
      init: () => ({ decorations: DecorationSet.empty, maps: [] }),
      apply(transaction, { decorations, maps }) {
        const painting = transaction.getMeta(key) as Painting | undefined
        const left = maps === passedOn ? [] : maps
        if (!transaction.docChanged && !painting) return left === maps ? { decorations, maps } : { decorations, maps: left }
        const next = painting ? decorate(transaction.doc, painting) : follow(decorations, transaction)
        return { decorations: next, maps: transaction.docChanged ? [...left, ...transaction.mapping.maps] : left }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
    },
    view: (view) => {
      // The first rendering of the text is no edit: nothing had a position before it.
      passedOn = key.getState(view.state)?.maps ?? []
      return {
        update({ state }) {
          const maps = key.getState(state)?.maps ?? []
          if (maps.length === 0 || maps === passedOn) return
          passedOn = maps
          onMaps(maps, state.doc)
        },
      }
    },
  })
}

/** Moves what is painted with an edit. */
function follow(decorations: DecorationSet, { mapping, doc }: Transaction): DecorationSet {
  return mapping.maps.length > MOST_FOLLOWED ? DecorationSet.empty : decorations.map(mapping, doc)
}

/** Shows a painting in place of the one before. */
export function paint(view: EditorView, painting: Painting): void {
  readCaret(view)
  view.dispatch(view.state.tr.setMeta(key, painting).setMeta('addToHistory', false))
}

function decorate(doc: ProseMirrorNode, painting: Painting): DecorationSet {
  const { passages, pending, hints, hits } = painting
  const decorations = cutSegments(passages).map((segment) =>
    Decoration.inline(segment.from, segment.to, segmentAttributes(segment, painting)),
  )
  for (const { from, to, words } of hints)
    decorations.push(Decoration.inline(from, to, { class: 'hint', role: 'mark', 'aria-description': words, title: words }))
  for (const { from, to, isCurrent } of hits)
    decorations.push(Decoration.inline(from, to, { class: isCurrent ? 'find is-current' : 'find' }))
  if (pending && pending.from < pending.to) decorations.push(Decoration.inline(pending.from, pending.to, { class: 'sel' }))
  return DecorationSet.create(doc, decorations)
}

/** Colour by custom properties, which the editor sets through the CSSOM, as the content security policy asks. */
function segmentAttributes(segment: Segment, { focus, activeId, flashId }: Painting): { [name: string]: string } {
  const { ids } = segment
  const classes = ['tg']
  if (activeId !== null && ids.includes(activeId)) classes.push('is-active')
  if (focus && !ids.some((id) => focus.has(id))) classes.push('is-back')
  if (segment.noted) classes.push('cm')
  if (segment.more > 0) classes.push('is-more')
  if (flashId !== null && ids.includes(flashId)) classes.push('flash')
  const attributes: { [name: string]: string } = {
    class: classes.join(' '),
    style: styleOf(segmentColours(segment, focus)),
    'data-a': ids.join(' '),
  }
  if (segment.more > 0) attributes['data-more'] = `+${segment.more}`
  return attributes
}

function styleOf(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

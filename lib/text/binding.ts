import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { liveAliases, writeAliases } from '#/lib/anchor/alias.ts'
import { applyDelta, type DeltaOp } from '#/lib/text/apply-delta.ts'
import { applyStep, type StepListener } from '#/lib/text/apply-step.ts'
import { rebaseOwn, touchesCaretBlock } from '#/lib/text/held-changes.ts'
import { type MovedText, MoveWatch, mayMove } from '#/lib/text/moves.ts'
import { bindingKey, isOwnWork, setOwnWork } from '#/lib/text/own-work.ts'
import { allBlocks, flatSize, toFlat, toPos } from '#/lib/text/positions.ts'
import { readCaret } from '#/lib/text/read-caret.ts'
import { textDelta } from '#/lib/text/text-delta.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'
import { TypingNotes } from '#/lib/text/typing-notes.ts'

/** Local transactions not yet written to the text, oldest first. */
interface Pending {
  seq: number
  entries: readonly { seq: number; tr: Transaction }[]
}

/** How long after a composition ended the words it leaves have been read by the editor (ProseMirror: 20), ms. */
const COMPOSED_AFTER_MS = 30

/**
 * Keeps one editor and one flat text equal. What the person does is written step by step to the Y.Text, in one Yjs
 * transaction whose origin is this binding; what arrives in the Y.Text becomes fine-grained steps of the editor. It never
 * writes to the text in order to show it, so opening a document changes nothing.
 */
export class FlatBinding {
  /** How often a change was shown by rendering everything anew; stays 0 after the first rendering unless a text is damaged. */
  fullRenders = 0
  #text: Y.Text
  #alias: Y.Map<unknown>
  #view: EditorView | null = null
  /** Highest sequence number of the transactions already written. */
  #written = 0
  /** Changes of the text that are not shown yet, oldest first: an input method composes where they are. */
  #held: { delta: readonly DeltaOp[]; origin: unknown }[] = []
  #cut: MovedText | null = null
  #notes: TypingNotes

  constructor(text: Y.Text, alias: Y.Map<unknown>) {
    this.#text = text
    this.#alias = alias
    this.#notes = new TypingNotes(text, alias)
  }

  /** The ProseMirror plugin to register on the editor (one editor per binding). */
  plugin(): Plugin {
    return new Plugin<Pending>({
      key: bindingKey,
      state: {
        init: () => ({ seq: 0, entries: [] }),
        apply: (tr, pending) => {
          if (!tr.docChanged || isOwnWork(tr)) return pending
          const seq = pending.seq + 1
          return { seq, entries: [...pending.entries.filter((entry) => entry.seq > this.#written), { seq, tr }] }
        },
      },
      // A text that has not arrived yet must not be typed into: the words would stand beside those that arrive.
      filterTransaction: (tr) => !tr.docChanged || isOwnWork(tr) || this.#loaded(),
      props: {
        editable: () => this.#loaded(),
        handleDOMEvents: {
          // Some languages begin the next syllable in the moment the last one ends.
          compositionstart: () => this.#catchUp(),
          compositionend: () => {
            setTimeout(() => this.#catchUp(), COMPOSED_AFTER_MS)
          },
        },
      },
      view: (view) => {
        this.#attach(view)
        return { update: () => this.#flush(), destroy: () => this.#detach() }
      },
    })
  }

  #loaded(): boolean {
    return this.#text._start !== null
  }

  #attach(view: EditorView): void {
    this.#view = view
    this.#text.observe(this.#onText)
    this.#render()
  }

  #detach(): void {
    this.#text.unobserve(this.#onText)
    if (this.#held.length > 0) this.#writeHeld(this.#view!)
    this.#view = null
  }

  /** Writes what the person did since the last time. */
  #flush(): void {
    const view = this.#view
    const { doc: ydoc } = this.#text
    // What is composed beside changes that are not shown yet has no sure place in the text.
    if (!view || !ydoc || this.#held.length > 0) return
    const transactions = this.#takeUnwritten(view)
    if (transactions.length === 0) return
    const event = transactions.findLast((tr) => tr.getMeta('uiEvent'))?.getMeta('uiEvent')
    const pastes = event === 'paste' || event === 'drop'
    const isMeant = pastes || event === 'cut'
    const watch = isMeant || mayMove(transactions) ? new MoveWatch(this.#text, pastes ? this.#cut : null, isMeant) : null
    const listeners = watch ? [watch, this.#notes] : [this.#notes]
    ydoc.transact(() => {
      if (this.#text.length === 0) this.#text.insert(0, '\n', {})
      for (const tr of transactions) this.#write(tr, 0, listeners)
      // In the same transaction: nobody ever sees the text moved and its tags not.
      for (const { from, to } of watch?.moves(liveAliases(this.#alias)) ?? []) writeAliases(this.#alias, from, to)
    }, this)
    if (event === 'cut') this.#cut = watch?.deleted.at(-1) ?? null
    else if (pastes) this.#cut = null
  }

  #takeUnwritten(view: EditorView): Transaction[] {
    const pending: Pending = bindingKey.getState(view.state)
    const transactions = pending.entries.filter((entry) => entry.seq > this.#written).map((entry) => entry.tr)
    this.#written = pending.seq
    return transactions
  }

  /** Writes a transaction's steps from the given one on. */
  #write({ steps, docs, doc }: Transaction, first: number, listeners: readonly StepListener[]): void {
    for (let i = first; i < steps.length; i++) applyStep(this.#text, steps[i]!, docs[i]!, docs[i + 1] ?? doc, listeners)
  }

  /** Shows the changes held back during a composition. */
  #catchUp(): void {
    const view = this.#view
    if (!view || this.#held.length === 0 || view.composing) return
    readCaret(view)
    view.dispatch(this.#writeHeld(view))
  }

  /** Writes what was composed where it stands among the changes held back; gives back how to show both. */
  #writeHeld(view: EditorView): Transaction {
    const held = this.#held.splice(0)
    const tr = setOwnWork(view.state.tr, held.at(-1)?.origin)
    const first = rebaseOwn(tr, this.#takeUnwritten(view), () => {
      if (held.every(({ delta }) => applyDelta(tr, delta)) && flatSize(tr.doc) === this.#text.length) return
      this.fullRenders++
      tr.replaceWith(0, tr.doc.content.size, textToDoc(this.#text, view.state.schema).content)
    })
    this.#text.doc?.transact(() => this.#write(tr, first, [this.#notes]), this)
    return tr
  }

  /** Shows what changed in the text, unless the change came from this editor. */
  #onText = (event: Y.YTextEvent, { origin, local }: Y.Transaction): void => {
    const view = this.#view
    if (!view || origin === this) return
    readCaret(view)
    const { state } = view
    const delta = textDelta(event)
    // Local, but nobody's doing: formats that Yjs tidies, words that keepOneBody removes.
    if (origin instanceof Y.UndoManager) this.#notes.forget()
    else this.#notes.shift(delta)
    if (this.#held.length > 0 || (view.composing && touchesCaretBlock(state, delta))) {
      this.#held.push({ delta, origin })
      return
    }
    const tr = setOwnWork(state.tr, origin)
    const grown = delta.reduce((sum, op) => sum + (typeof op.insert === 'string' ? op.insert.length : -(op.delete ?? 0)), 0)
    const known = flatSize(state.doc) === this.#text.length - grown
    if (!known || !applyDelta(tr, delta) || flatSize(tr.doc) !== this.#text.length) this.#render(origin)
    else if (tr.docChanged) view.dispatch(local && origin instanceof Y.UndoManager ? caretAtChange(tr, delta) : tr)
  }

  /** Shows the whole text anew, keeping the selection at its indexes. */
  #render(origin?: unknown): void {
    const { state } = this.#view!
    const doc = textToDoc(this.#text, state.schema)
    this.fullRenders++
    if (!sameBlocks(doc, state.doc))
      this.#view!.dispatch(keepSelection(setOwnWork(state.tr.replaceWith(0, state.doc.content.size, doc.content), origin), state))
    // Whether the text may be typed into may have changed without a change of what is shown.
    else this.#view!.dispatch(setOwnWork(state.tr, origin))
  }
}

/** Whether two documents hold the same blocks; sections do not count. */
export function sameBlocks(a: PMNode, b: PMNode): boolean {
  const others = allBlocks(b)
  const blocks = allBlocks(a)
  return blocks.length === others.length && blocks.every((block, i) => block.node.eq(others[i]!.node))
}

/** After an undo or redo the caret stands where words came, or else went, in view. A change of formats only leaves it alone. */
function caretAtChange(tr: Transaction, delta: readonly DeltaOp[]): Transaction {
  let flat = 0
  let came = -1
  let went = -1
  for (const op of delta) {
    flat += op.retain ?? (typeof op.insert === 'string' ? op.insert.length : 0)
    if (op.insert !== undefined) came = flat
    else if (op.delete !== undefined) went = flat
  }
  const end = came < 0 ? went : came
  return end < 0 ? tr : tr.setSelection(TextSelection.near(tr.doc.resolve(toPos(tr.doc, end)), -1)).scrollIntoView()
}

function keepSelection(tr: Transaction, before: EditorState): Transaction {
  const at = (pos: number) => tr.doc.resolve(toPos(tr.doc, Math.max(1, toFlat(before.doc, pos))))
  return tr.setSelection(TextSelection.between(at(before.selection.anchor), at(before.selection.head)))
}

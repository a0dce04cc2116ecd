// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test, vi } from 'vitest'
import { sameBlocks } from '#/lib/text/binding.ts'
import { canonicalText, createTextDoc } from '#/lib/text/flat.ts'
import { allBlocks, toFlat, toPos } from '#/lib/text/positions.ts'
import { cloneDoc, exchange, openPeer, type Peer } from '#/lib/text/testing/peer.ts'
import { HOSTILE, randomEdit } from '#/lib/text/testing/random-edit.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'

let peers: Peer[] = []
afterEach(() => {
  for (const peer of peers) peer.destroy()
  vi.useRealTimers()
})

const SOURCE = ['first words', 'middle words', 'last words']

/** Two people at one text; timers stand still until told. */
function open(): [mine: Peer, other: Peer] {
  vi.useFakeTimers()
  const source = createTextDoc(SOURCE.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
  peers = [1, 2].map((client) => openPeer(cloneDoc(source, client)))
  return peers as [Peer, Peer]
}

const shown = ({ editor }: Peer) =>
  allBlocks(editor.state.doc)
    .map(({ node }) => node.textContent)
    .join('\n')

/** Writes in place of `length` characters at an offset of the canonical text. */
function write({ editor }: Peer, offset: number, text: string, length = 0): void {
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.insertText(text, toPos(doc, offset + 1), toPos(doc, offset + length + 1)))
}

/** An input method as the editor hears it. The words it shows stand before the caret. */
function startComposing({ editor }: Peer, offset: number) {
  const { view } = editor
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, toPos(view.state.doc, offset + 1))))
  view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  expect(view.composing).toBe(true)
  return {
    to(text: string, before: string) {
      const { head } = view.state.selection
      view.dispatch(view.state.tr.insertText(text, head - before.length, head))
    },
    end() {
      view.dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
      vi.advanceTimersByTime(100)
      expect(view.composing).toBe(false)
    },
  }
}

test('what others write in other blocks shows at once, in the composed block when it is done', () => {
  const [mine, other] = open()
  const middle = SOURCE[0]!.length + 1 + 'middle'.length
  const ime = startComposing(mine, middle)
  ime.to('か', '')
  exchange(mine.doc, other.doc)
  write(other, 0, 'The ')
  write(other, canonicalText(other.text).length, '.')
  exchange(mine.doc, other.doc)
  expect(shown(mine)).toBe('The first words\nmiddleか words\nlast words.')

  write(other, canonicalText(other.text).indexOf('middle'), 'very ')
  exchange(mine.doc, other.doc)
  ime.to('かん', 'か')
  ime.to('漢', 'かん')
  expect(shown(mine), 'the block is left alone').toBe('The first words\nmiddle漢 words\nlast words.')
  expect(canonicalText(mine.text), 'the text has what arrived').toContain('very middle')

  ime.end()
  for (const peer of [mine, other]) {
    exchange(mine.doc, other.doc)
    expect(shown(peer)).toBe('The first words\nvery middle漢 words\nlast words.')
  }
  const { doc, selection } = mine.editor.state
  expect(canonicalText(mine.text).slice(0, toFlat(doc, selection.head) - 1), 'the caret stays behind the word').toMatch(/漢$/)
  expect(mine.binding.fullRenders).toBe(1)
})

test('a syllable begun in the moment the last one ends does not wait for what others wrote', () => {
  const [mine, other] = open()
  const ime = startComposing(mine, 5)
  ime.to('한', '')
  write(other, 0, 'My ')
  exchange(mine.doc, other.doc)
  const { view } = mine.editor
  view.dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  expect(shown(mine)).toBe('My first한 words\nmiddle words\nlast words')
  expect(canonicalText(mine.text)).toBe(shown(mine))
})

test('words composed in a paragraph that somebody deletes are kept', () => {
  const [mine, other] = open()
  const middle = SOURCE[0]!.length + 1
  const ime = startComposing(mine, middle + 6)
  const block = allBlocks(other.editor.state.doc)[1]!
  other.editor.view.dispatch(other.editor.state.tr.delete(block.pos, block.pos + block.node.nodeSize))
  exchange(mine.doc, other.doc)
  ime.to('か', '')
  ime.to('漢字', 'か')
  expect(shown(mine)).toContain('middle漢字 words')
  ime.end()
  expect(canonicalText(mine.text)).toBe('first words漢字\nlast words')
  expect(shown(mine)).toBe(canonicalText(mine.text))
})

test('an editor taken down in the middle of a composition loses nothing', () => {
  const [mine, other] = open()
  const ime = startComposing(mine, 5)
  write(other, 0, 'My ')
  exchange(mine.doc, other.doc)
  ime.to('か', '')
  mine.editor.destroy()
  expect(canonicalText(mine.text)).toBe('My firstか words\nmiddle words\nlast words')
})

test('through random work of somebody else every composed word arrives once', () => {
  // Whoever copies or moves words under composition may well have them twice.
  const others = { ...HOSTILE, pasteSlice: 0, move: 0 }
  for (let seed = 1; seed <= 40; seed++) {
    const random = rng(seed)
    const [mine, other] = open()
    for (let word = 0; word < 8; word++) {
      const ime = startComposing(mine, random.int(0, canonicalText(mine.text).length))
      const written = String.fromCodePoint(0x4e00 + word)
      ime.to('ま', '')
      for (let k = 0; k < random.int(1, 4); k++) {
        randomEdit(other.editor, random, others)
        if (random.chance(0.6)) exchange(mine.doc, other.doc)
        ime.to('まみ', 'ま')
        ime.to('ま', 'まみ')
      }
      ime.to(written, 'ま')
      ime.end()
      const what = `seed ${seed}, word ${word}`
      expect(canonicalText(mine.text).split(written).length - 1, what).toBe(1)
      expect(canonicalText(mine.text), what).not.toMatch(/[まみ]/)
      expect(sameBlocks(textToDoc(mine.text, mine.editor.schema), mine.editor.state.doc), what).toBe(true)
      expect(mine.binding.fullRenders, what).toBe(1)
      exchange(mine.doc, other.doc)
      expect(canonicalText(other.text), what).toBe(canonicalText(mine.text))
    }
    for (const peer of peers) peer.destroy()
    peers = []
  }
}, 60_000)

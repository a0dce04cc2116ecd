// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { canonicalText, createTextDoc } from '#/lib/text/flat.ts'
import { allBlocks, toPos } from '#/lib/text/positions.ts'
import { cloneDoc, exchangeAll, openPeer, type Peer } from '#/lib/text/testing/peer.ts'
import { type EditKind, REALISTIC, randomEdit } from '#/lib/text/testing/random-edit.ts'
import { rng } from '#/lib/text/testing/rng.ts'

/** ms; a busy machine is no failure. */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 12)

const TEXT = ['alpha one', 'bravo two', 'charlie three', 'delta four', 'echo five']

let ann: Peer
let ben: Peer
let eve: Peer
let tagged: IdRun[]
beforeEach(() => {
  const source = createTextDoc(TEXT.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
  ;[ann, ben, eve] = [11, 12, 13].map((client) => openPeer(cloneDoc(source, client))) as [Peer, Peer, Peer]
  const start = canonicalText(ann.text).indexOf('bravo')
  tagged = captureRuns(liveIndex(ann.text), start, start + 'bravo'.length)
})
afterEach(() => {
  for (const peer of [ann, ben, eve]) peer.destroy()
})

const meet = () => exchangeAll([ann, ben, eve].map(({ doc }) => doc))

function block({ editor }: Peer, words: string) {
  const found = allBlocks(editor.state.doc).find(({ node }) => node.textContent.includes(words))
  expect(found, words).toBeDefined()
  return found!
}

/** Drags the paragraph with some words before another, in one step as the browser does. */
function drag(peer: Peer, words: string, before: string): void {
  const { node, pos } = block(peer, words)
  const { tr } = peer.editor.state
  tr.delete(pos, pos + node.nodeSize)
  tr.insert(tr.mapping.map(block(peer, before).pos), node)
  peer.editor.view.dispatch(tr.setMeta('uiEvent', 'drop'))
}

function range({ editor, text }: Peer, words: string): { from: number; to: number } {
  const at = canonicalText(text).indexOf(words)
  expect(at, words).toBeGreaterThanOrEqual(0)
  return { from: toPos(editor.state.doc, at + 1), to: toPos(editor.state.doc, at + 1 + words.length) }
}

/** Cuts words; gives back how to paste them behind others. */
function cut(peer: Peer, words: string): (behind: string) => void {
  const { view } = peer.editor
  peer.editor.commands.setTextSelection(range(peer, words))
  const slice = view.state.selection.content()
  view.dispatch(view.state.tr.deleteSelection().setMeta('uiEvent', 'cut'))
  return (behind) => {
    const { to } = range(peer, behind)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, to)))
    view.dispatch(view.state.tr.replaceSelection(slice).setMeta('uiEvent', 'paste'))
  }
}

function type(peer: Peer, before: string, words: string): void {
  peer.editor.view.dispatch(peer.editor.state.tr.insertText(words, range(peer, before).from))
}

function remove(peer: Peer, words: string): void {
  const { from, to } = range(peer, words)
  peer.editor.view.dispatch(peer.editor.state.tr.delete(from, to))
}

/** What everybody sees, and who loads the text anew; the tagged word in brackets. */
function shown(): string {
  meet()
  const seen = [ann, ben, eve].map(({ text, alias }) => {
    const words = canonicalText(text)
    const place = resolveRuns(liveIndex(text), tagged, liveAliases(alias))
    if (place.state !== 'anchored') return `${words}|${place.state}`
    return `${words.slice(0, place.start)}[${words.slice(place.start, place.end)}]${words.slice(place.end)}`
  })
  expect(new Set(seen).size).toBe(1)
  expect(canonicalText(cloneDoc(ann.doc).getText('t'))).toBe(canonicalText(ann.text))
  return seen[0]!.replaceAll('\n', ' / ')
}

test('two people drag the same paragraph to two places: it is in one of them, the same for all', () => {
  drag(ann, 'bravo', 'delta')
  drag(ben, 'bravo', 'alpha')
  expect([
    'alpha one / charlie three / [bravo] two / delta four / echo five',
    '[bravo] two / alpha one / charlie three / delta four / echo five',
  ]).toContain(shown())
})

test('what two people drag overlaps: every word is there once, and none is lost', () => {
  const pasteAnn = cut(ann, 'bravo two\ncharlie')
  pasteAnn('echo five')
  const pasteBen = cut(ben, 'two\ncharlie three')
  pasteBen('alpha one')
  const text = shown()
  for (const word of TEXT.join(' ').split(' ')) expect(text.split(word).length - 1, `${word} in ${text}`).toBe(1)
  expect(text).toContain('[bravo]')
})

test('one drags a paragraph, another deletes it: it lives where it was dragged', () => {
  drag(ann, 'bravo', 'echo')
  remove(ben, 'bravo two')
  expect(shown()).toContain('delta four / [bravo] two / echo five')
})

test('one drags a paragraph, another types in it: nothing is lost', () => {
  drag(ann, 'bravo', 'echo')
  type(ben, 'two', 'and ')
  const text = shown()
  expect(text).toContain('[bravo] ')
  for (const word of ['bravo', 'two', 'and ']) expect(text.split(word).length - 1, `${word} in ${text}`).toBe(1)
})

test('two people delete the same words and both take it back: they are there once', () => {
  remove(ann, 'bravo two')
  remove(ben, 'bravo two')
  meet()
  ann.undo.undo()
  ben.undo.undo()
  expect(shown()).toBe('alpha one / [bravo] two / charlie three / delta four / echo five')
  ann.undo.redo()
  meet()
  ben.undo.redo()
  expect(shown()).not.toContain('[')
})

test('undo takes back one’s own drag', () => {
  drag(ann, 'bravo', 'echo')
  meet()
  ann.undo.undo()
  expect(shown()).toBe('alpha one / [bravo] two / charlie three / delta four / echo five')
  ann.undo.redo()
  expect(shown()).toContain('delta four / [bravo] two / echo five')
})

test('undo of a drag leaves the words where somebody else has dragged them since', () => {
  drag(ann, 'bravo', 'echo')
  meet()
  drag(ben, 'bravo', 'alpha')
  meet()
  ann.undo.undo()
  expect(shown()).toBe('[bravo] two / alpha one / charlie three / delta four / echo five')
  ann.undo.redo()
  expect(shown()).toBe('[bravo] two / alpha one / charlie three / delta four / echo five')
})

test('undo of a deletion leaves the words where somebody else has dragged them meanwhile', () => {
  remove(ann, 'bravo two')
  drag(ben, 'bravo', 'echo')
  ann.undo.undo()
  expect(shown()).toContain('delta four / [bravo] two / echo five')
})

test('a drag that lost against another one is undone without a trace', () => {
  drag(ann, 'bravo', 'echo')
  drag(ben, 'bravo', 'alpha')
  meet()
  const settled = shown()
  const loser = settled.startsWith('[bravo]') ? ann : ben
  loser.undo.undo()
  expect(shown()).toBe(settled)
})

test('words cut and pasted twice are there twice, and the statement is on those pasted first', () => {
  const paste = cut(ann, 'bravo')
  paste('delta')
  paste('echo')
  expect(shown()).toBe('alpha one /  two / charlie three / delta[bravo] four / echobravo five')
})

test('words cut, brought back by undo and then pasted are a copy', () => {
  const paste = cut(ann, 'bravo')
  ann.undo.undo()
  paste('delta')
  expect(shown()).toBe('alpha one / [bravo] two / charlie three / deltabravo four / echo five')
})

test('words cut here and pasted when another has moved them meanwhile are there once', () => {
  const paste = cut(ann, 'bravo')
  drag(ben, 'bravo', 'echo')
  meet()
  paste('delta')
  expect(shown()).toBe('alpha one / charlie three / delta[bravo] four /  two / echo five')
})

test('words cut here are followed to where they are pasted after others have edited all around', () => {
  const paste = cut(ann, 'bravo')
  type(ben, 'two', 'or ')
  type(ben, 'delta', 'the ')
  meet()
  paste('the delta')
  expect(shown()).toBe('alpha one /  or two / charlie three / the delta[bravo] four / echo five')
})

test('a moved paragraph cut and pasted again and again is followed', () => {
  for (const behind of ['alpha one', 'echo five', 'charlie three', 'delta four']) {
    const paste = cut(ann, 'bravo')
    paste(behind)
    meet()
  }
  expect(shown()).toContain('delta four[bravo]')
})

test('a document that holds words twice is put right when somebody who may edit opens it', () => {
  const [a, b] = [cloneDoc(ann.doc, 21), cloneDoc(ann.doc, 22)]
  const peers = [openPeer(a), openPeer(b)] as const
  drag(peers[0], 'bravo', 'alpha')
  drag(peers[1], 'bravo', 'echo')
  // The editors are gone before they have heard of each other.
  for (const peer of peers) peer.destroy()
  exchangeAll([a, b])
  expect(a.getText('t').toString().split('bravo')).toHaveLength(3)
  const later = openPeer(cloneDoc(a))
  expect(canonicalText(later.text).split('bravo')).toHaveLength(2)
  later.destroy()
})

const MOVES: Record<EditKind, number> = { ...REALISTIC, move: 20, removeBlock: 6 }

test(
  `every character is there exactly once through ${SEEDS} histories of three people who move, delete and undo`,
  () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      let next = 0
      const fresh = (length: number) => Array.from({ length }, () => String.fromCharCode(0x4e00 + next++)).join('')
      const source = createTextDoc(Array.from({ length: 10 }, () => ({ type: 'paragraph', spans: [{ text: fresh(12) }] })))
      const peers = [101, 102, 103].map((client) => openPeer(cloneDoc(source, client)))
      const seen = new Set(words(peers[0]!))
      const deleted = new Set<string>()
      for (let round = 0; round < 12; round++) {
        for (const peer of peers) {
          for (let k = random.int(1, 4); k > 0; k--) {
            const before = words(peer)
            if (random.chance(0.25)) peer.undo.undo()
            else if (random.chance(0.1)) peer.undo.redo()
            else randomEdit(peer.editor, random, MOVES, fresh)
            const now = new Set(words(peer))
            for (const character of now) seen.add(character)
            for (const character of before) if (!now.has(character)) deleted.add(character)
          }
        }
        if (random.chance(0.4)) exchangeAll([peers[0]!.doc, peers[1]!.doc])
        if (random.chance(0.4)) exchangeAll([peers[1]!.doc, peers[2]!.doc])
      }
      exchangeAll(peers.map(({ doc }) => doc))
      const texts = peers.map((peer) => canonicalText(peer.text))
      expect(new Set(texts).size, `seed ${seed}: one text`).toBe(1)
      const counts = new Map<string, number>()
      for (const character of words(peers[0]!)) counts.set(character, (counts.get(character) ?? 0) + 1)
      expect(
        [...counts].filter(([, count]) => count > 1),
        `seed ${seed}: doubled`,
      ).toEqual([])
      const lost = [...seen].filter((character) => !deleted.has(character) && !counts.has(character))
      expect(lost, `seed ${seed}: lost`).toEqual([])
      for (const peer of peers) peer.destroy()
    }
  },
  PATIENCE,
)

function words({ text }: Peer): string[] {
  return [...canonicalText(text)].filter((character) => character > '\u4dff')
}

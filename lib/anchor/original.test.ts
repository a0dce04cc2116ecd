// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { writeAliases } from '#/lib/anchor/alias.ts'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { indexOriginal, originalRange, textRuns } from '#/lib/anchor/original.ts'
import { readOrigins } from '#/lib/anchor/origins.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc, exchangeAll, openPeer } from '#/lib/text/testing/peer.ts'
import { REALISTIC, randomEdit } from '#/lib/text/testing/random-edit.ts'
import { rng } from '#/lib/text/testing/rng.ts'

const paragraphs = (...texts: string[]) => texts.map((text) => ({ type: 'paragraph' as const, spans: [{ text }] }))

/** A text that was imported: what its original says of the passage with these words, tagged now. */
function imported(...texts: string[]) {
  const doc = createTextDoc(paragraphs(...texts))
  const text = doc.getText(TEXT_NAME)
  const alias = doc.getMap(ALIAS_NAME)
  const original = canonicalText(text)
  const seed = textRuns(text)
  const tag = (words: string) => {
    const start = canonicalText(text).indexOf(words)
    return captureRuns(buildIdIndex(text), start, start + words.length)
  }
  const quoted = (runs: IdRun[]) => {
    const origins = readOrigins(alias)
    const range = originalRange(indexOriginal({ text: original, runs: seed }, origins), runs, origins)
    return range && original.slice(range.start, range.end)
  }
  const replace = (words: string, by: string) => {
    const at = text.toString().indexOf(words)
    text.insert(at + words.length, by)
    text.delete(at, words.length)
  }
  return { doc, text, alias, tag, quoted, replace }
}

test('a passage of which a word was corrected after tagging quotes what stood there', () => {
  const { tag, quoted, replace } = imported('He said seven rockets fell on the camp.')
  const runs = tag('seven rockets fell')
  replace('seven', 'nine')
  expect(quoted(runs)).toBe('seven rockets fell')
})

test('a passage tagged after the correction quotes the words its characters stood among', () => {
  const { tag, quoted, replace } = imported('He said seven rockets fell on the camp.')
  replace('seven', 'nine')
  expect(quoted(tag('said nine rockets'))).toBe('said seven rockets')
  expect(quoted(tag('nine'))).toBeNull()
})

test('words that are all gone are still quoted', () => {
  const { text, tag, quoted } = imported('First.', 'Second words.')
  const runs = tag('Second words')
  text.delete(1, text.length - 1)
  expect(quoted(runs)).toBe('Second words')
})

test('moved words and words that came back are those they were, however often', () => {
  const { text, alias, tag, quoted } = imported('alpha beta gamma', 'delta')
  const before = tag('beta')
  let words = tag('beta gamma')
  for (let round = 0; round < 3; round++) {
    const at = text.toString().indexOf('beta gamma')
    text.delete(at, 10)
    text.insert(text.length, 'beta gamma')
    const moved = tag('beta gamma')
    writeAliases(alias, words, moved)
    words = moved
  }
  expect(quoted(tag('beta'))).toBe('beta')
  expect(quoted(tag('amma'))).toBe('amma')
  expect(quoted(before)).toBe('beta')
  // Moved after "delta": the passage reaches from there, in the original from "beta" to "delta".
  expect(quoted(tag('ltabeta'))).toBe('beta gamma\ndelta')
})

test('an edition that took over moved characters knows passages tagged before the move', () => {
  const { text, alias, tag } = imported('alpha beta gamma')
  const runs = tag('beta')
  const old = tag('beta ')
  text.delete(text.toString().indexOf('beta '), 5)
  text.insert(1, 'beta ')
  writeAliases(alias, old, tag('beta '))
  const origins = readOrigins(alias)
  expect(originalRange(indexOriginal({ text: canonicalText(text), runs: textRuns(text) }, origins), runs, origins)).toEqual({
    start: 0,
    end: 4,
  })
})

test('a log that leads in circles ends', () => {
  const { alias, tag, quoted } = imported('alpha beta')
  const [alpha, beta] = [tag('alpha'), tag('beta')]
  writeAliases(alias, alpha, beta)
  writeAliases(alias, beta, alpha)
  expect(() => quoted(tag('alpha beta'))).not.toThrow()
})

/*
 * Every character of a run is unique, so the oracle is the words themselves: the passage's characters that stand in the
 * original. Pastes and copies repeat characters and are left out,
 * and with moves what makes paragraphs of a character or two, whose moves are not followed.
 */
const MOVES = { type: 60, remove: 12, replace: 8, heading: 2, bold: 4, move: 12 }
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 8)

test.each([
  ['corrections by three people, undone and merged', { people: 3, undo: 0.2, kinds: REALISTIC }],
  ['paragraphs moved about, undone and merged', { people: 3, undo: 0.2, kinds: MOVES }],
])(
  '%s: the words of the original are those the oracle says',
  (_, { people, undo, kinds }) => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      let next = 0
      const fresh = (length: number) => Array.from({ length }, () => String.fromCharCode(0x4e00 + next++)).join('')
      const source = createTextDoc(paragraphs(...Array.from({ length: 12 }, () => fresh(40))))
      const original = { text: canonicalText(source.getText(TEXT_NAME)), runs: textRuns(source.getText(TEXT_NAME)) }
      const peers = Array.from({ length: people }, (_, i) => openPeer(cloneDoc(source, 101 + i)))
      const passages: { words: string; runs: IdRun[] }[] = []
      for (let round = 0; round < 60; round++) {
        const peer = random.pick(peers)
        if (random.chance(undo)) random.chance(0.3) ? peer.undo.redo() : peer.undo.undo()
        else randomEdit(peer.editor, random, kinds, fresh)
        if (random.chance(0.1)) exchangeAll(peers.map(({ doc }) => doc))
        const text = canonicalText(peer.text)
        const start = random.int(0, Math.max(0, text.length - 2))
        const end = Math.min(text.length, start + random.int(1, 30))
        if (end > start) passages.push({ words: text.slice(start, end), runs: captureRuns(buildIdIndex(peer.text), start, end) })
      }
      exchangeAll(peers.map(({ doc }) => doc))
      const origins = readOrigins(cloneDoc(peers[0]!.doc).getMap(ALIAS_NAME))
      const index = indexOriginal(original, origins)
      for (const { words, runs } of passages) {
        const at = [...words.replaceAll('\n', '')].map((character) => original.text.indexOf(character)).filter((i) => i >= 0)
        const range = originalRange(index, runs, origins)
        const expected = at.length > 0 ? original.text.slice(Math.min(...at), Math.max(...at) + 1) : null
        expect(range && original.text.slice(range.start, range.end), `seed ${seed}: of “${words}”`).toBe(expected)
      }
      for (const peer of peers) peer.destroy()
    }
  },
  PATIENCE,
)

import { expect, it } from 'vitest'
import { readAliases } from '#/lib/anchor/alias.ts'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { applyEdition } from '#/lib/edition/apply-edition.ts'
import { blocksText, type TextBlock } from '#/lib/text/block.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc } from '#/lib/text/testing/peer.ts'

const SEED = 11
const PASSAGES = 3000

/** A block whose characters are numbered through the first edition. */
interface Numbered {
  text: string
  /** NEW for characters that came later; `insteadOf(n)` for the first and last one of a word that replaced another. */
  ids: number[]
}
const NEW = -1
const insteadOf = (id: number) => -2 - id

/** mulberry32. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = seeded(SEED)
const below = (n: number) => Math.floor(random() * n)
const VOCABULARY =
  'the of and to in a that government rebels ceasefire agreement civilians army reported statement president minister region border aid convoy attack forces said according officials talks would not have been between humanitarian corridor Monday Tuesday north eastern district water hospital children shelling observers mission united nations council resolution parties violation evidence witness denied confirmed condemned supported opposed'.split(
    ' ',
  )

function paragraph(number: number): string {
  let text = ''
  while (text.length < 500) text += `${VOCABULARY[Math.floor(VOCABULARY.length * random() ** 1.5)]} `
  for (let k = 0; k < 6; k++) text = text.replace(' the ', ` ’w${number}x${k} `)
  return `${text.trim()}.`
}

function edit({ text, ids }: Numbered): Numbered {
  const changed = { text, ids: [...ids] }
  for (const match of [...text.matchAll(/\w+/g)].reverse()) {
    if (random() >= 0.02) continue
    const [word, index] = [match[0], match.index]
    const now = random() < 0.5 ? `${word.slice(0, -1)}q` : 'amended'
    changed.text = changed.text.slice(0, index) + now + changed.text.slice(index + word.length)
    const ids: number[] = now.split('').map(() => NEW)
    ids[0] = insteadOf(changed.ids[index]!)
    ids[ids.length - 1] = insteadOf(changed.ids[index + word.length - 1]!)
    changed.ids.splice(index, word.length, ...ids)
  }
  return changed
}

/** 40 % of blocks edited, 2 % removed, 2 % new, 1.5 % moved, quotation marks straightened in 10 %. */
function nextEdition(blocks: readonly Numbered[]): Numbered[] {
  const next: Numbered[] = []
  const moved: Numbered[] = []
  for (const block of blocks) {
    const dice = random()
    if (dice < 0.02) continue
    if (dice < 0.035) {
      moved.push(block)
      continue
    }
    next.push(random() < 0.4 ? edit(block) : block)
    if (dice > 0.98) next.push({ text: `A new paragraph that was not in the first version, number ${next.length}.`, ids: [] })
  }
  const straightened = next.map((block) => (random() < 0.1 ? { ...block, text: block.text.replaceAll('’', "'") } : block))
  for (const block of moved) straightened.splice(below(straightened.length), 0, block)
  return straightened
}

const textOf = (blocks: readonly Numbered[]) => blocks.map(({ text }) => text).join('\n')
const toBlocks = (blocks: readonly Numbered[]): TextBlock[] => blocks.map(({ text }) => ({ type: 'paragraph', spans: [{ text }] }))

interface Places {
  /** Where each surviving character stands. */
  own: Map<number, number>
  /** Where the edge stands of the word that replaced the one that began or ended with this character. */
  instead: Map<number, number>
}

function placesOf(blocks: readonly Numbered[]): Places {
  const places: Places = { own: new Map(), instead: new Map() }
  let at = 0
  for (const { text, ids } of blocks) {
    ids.forEach((id, i) => {
      if (id >= 0) places.own.set(id, at + i)
      else if (id !== NEW) places.instead.set(insteadOf(id), at + i)
    })
    at += text.length + 1
  }
  return places
}

/**
 * Where a passage should be: from its first to its last surviving character, when at least half survive near one another.
 * `alone`: counting these alone; otherwise with the word that took the place of its first or last one.
 */
function truth(ids: readonly number[], { own, instead }: Places): { alone: [number, number]; whole: [number, number] } | null {
  const found = ids.flatMap((id) => own.get(id) ?? [])
  const [from, to] = [Math.min(...found), Math.max(...found) + 1]
  if (found.length < 0.5 * ids.length || to - from >= 3 * ids.length) return null
  const edges = [from, to - 1, ...[ids[0]!, ids.at(-1)!].flatMap((id) => instead.get(id) ?? [])]
  return { alone: [from, to], whole: [Math.min(...edges), Math.max(...edges) + 1] }
}

/** Widened as people select: to whole words. */
function wholeWords(text: string, start: number, end: number): [number, number] {
  while (start > 0 && /\S\S/.test(text.slice(start - 1, start + 1))) start--
  while (end < text.length && /\S\S/.test(text.slice(end - 1, end + 1))) end++
  return [start, end]
}

/** Shared part of two stretches, 0 to 1. */
function overlap(a: [number, number], b: [number, number]): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  return shared <= 0 ? 0 : shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]))
}

it('keeps passages on their words through a heavily revised edition of 1 MB', () => {
  let id = 0
  const blocks = Array.from({ length: 2000 }, (_, i): Numbered => {
    const text = paragraph(i)
    return { text, ids: Array.from({ length: text.length }, () => id++) }
  })
  const next = nextEdition(blocks)
  const [before, after] = [textOf(blocks), textOf(next)]
  const idAt = blocks.flatMap(({ ids }) => [...ids, -1])
  const places = placesOf(next)

  const doc = cloneDoc(createTextDoc(toBlocks(blocks)))
  const text = doc.getText(TEXT_NAME)
  const index = buildIdIndex(text)
  const passages = Array.from({ length: PASSAGES }, () => {
    const from = below(before.length - 400)
    const [start, end] = wholeWords(before, from, from + (random() < 0.3 ? 4 + below(12) : 15 + below(146)))
    return { start, end, runs: captureRuns(index, start, end) }
  })
  const clock = process.cpuUsage()
  applyEdition(doc, createTextDoc(toBlocks(next)), passages)
  const { user, system } = process.cpuUsage(clock)
  expect(canonicalText(text)).toBe(after)
  expect(blocksText(toBlocks(next))).toBe(after)

  const tallies = { whole: tally(), alone: tally() }
  const dead = { all: 0, detached: 0 }
  const now = buildIdIndex(text)
  const aliases = readAliases(doc.getMap(ALIAS_NAME))
  for (const { start, end, runs } of passages) {
    const placement = resolveRuns(now, runs, aliases)
    const found = placement.state === 'anchored' ? ([placement.start, placement.end] satisfies [number, number]) : null
    const expected = truth(idAt.slice(start, end), places)
    if (expected) {
      tallies.whole.add(found, expected.whole)
      tallies.alone.add(found, expected.alone)
    } else {
      dead.all++
      if (!found) dead.detached++
    }
  }
  const { whole, alone } = tallies
  console.log(
    `seed ${SEED}, ${(before.length / 1e6).toFixed(2)} MB, ${Math.round((user + system) / 1000)} ms CPU, ${PASSAGES} passages\n` +
      `with words replaced at their ends: ${whole.told()}\nby their own characters alone: ${alone.told()}\n` +
      `more than half gone: ${dead.all}, of which detached ${dead.detached}`,
  )
  expect(whole.share('exact')).toBeGreaterThanOrEqual(99.5)
  expect(whole.share('wrong')).toBeLessThanOrEqual(0.1)
  expect(whole.share('lost')).toBeLessThanOrEqual(0.1)
  expect(alone.share('exact')).toBeGreaterThanOrEqual(97.9)
}, 60_000)

function tally() {
  const counts = { exact: 0, near: 0, wrong: 0, lost: 0 }
  const share = (kind: keyof typeof counts) => (100 * counts[kind]) / Object.values(counts).reduce((sum, n) => sum + n)
  return {
    add(found: [number, number] | null, expected: [number, number]) {
      const shared = found ? overlap(found, expected) : null
      counts[shared === null ? 'lost' : shared > 0.95 ? 'exact' : shared > 0.6 ? 'near' : 'wrong']++
    },
    share,
    told: () => (['exact', 'near', 'wrong', 'lost'] as const).map((kind) => `${kind} ${share(kind).toFixed(1)} %`).join(', '),
  }
}

import { expect, it } from 'vitest'
import { readAliases } from '#/lib/anchor/alias.ts'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { applyEdition } from '#/lib/edition/apply-edition.ts'
import { blocksText, type TextBlock } from '#/lib/text/block.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'

const SEED = 11
const PASSAGES = 3000

/** A block whose characters are numbered through the first edition; -1 for those that came later. */
interface Numbered {
  text: string
  ids: number[]
}

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
    changed.ids.splice(index, word.length, ...now.split('').map(() => -1))
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

/** Where each numbered character stands. */
function placesOf(blocks: readonly Numbered[]): Map<number, number> {
  const places = new Map<number, number>()
  let at = 0
  for (const { text, ids } of blocks) {
    ids.forEach((id, i) => {
      if (id >= 0) places.set(id, at + i)
    })
    at += text.length + 1
  }
  return places
}

/** The stretch from the first to the last surviving character of [start, end), when at least half survive near one another. */
function truth(start: number, end: number, idAt: readonly number[], places: Map<number, number>): [number, number] | null {
  const found = idAt.slice(start, end).flatMap((id) => places.get(id) ?? [])
  const [from, to] = [Math.min(...found), Math.max(...found) + 1]
  return found.length >= 0.5 * (end - start) && to - from < 3 * (end - start) ? [from, to] : null
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

  const doc = createTextDoc(toBlocks(blocks))
  const text = doc.getText(TEXT_NAME)
  const index = buildIdIndex(text)
  const passages = Array.from({ length: PASSAGES }, () => {
    const start = below(before.length - 400)
    const end = start + (random() < 0.3 ? 4 + below(12) : 15 + below(146))
    return { start, end, runs: captureRuns(index, start, end) }
  })
  const clock = process.cpuUsage()
  applyEdition(doc, createTextDoc(toBlocks(next)))
  const { user, system } = process.cpuUsage(clock)
  expect(canonicalText(text)).toBe(after)
  expect(blocksText(toBlocks(next))).toBe(after)

  const tally = { alive: 0, exact: 0, near: 0, wrong: 0, lost: 0, dead: 0, detached: 0 }
  const now = buildIdIndex(text)
  const aliases = readAliases(doc.getMap(ALIAS_NAME))
  for (const { start, end, runs } of passages) {
    const placement = resolveRuns(now, runs, aliases)
    const found = placement.state === 'anchored' ? ([placement.start, placement.end] satisfies [number, number]) : null
    const expected = truth(start, end, idAt, places)
    if (!expected) {
      tally.dead++
      if (!found) tally.detached++
      continue
    }
    tally.alive++
    if (!found) tally.lost++
    else if (overlap(found, expected) > 0.95) tally.exact++
    else if (overlap(found, expected) > 0.6) tally.near++
    else tally.wrong++
  }
  const share = (n: number) => (100 * n) / tally.alive
  console.log(
    `seed ${SEED}, ${(before.length / 1e6).toFixed(2)} MB, ${tally.alive} passages alive: exact ${share(tally.exact).toFixed(1)} %, ` +
      `near ${share(tally.near).toFixed(1)} %, wrong ${share(tally.wrong).toFixed(1)} %, lost ${share(tally.lost).toFixed(1)} %; ` +
      `dead ${tally.dead}, of which detached ${tally.detached}; ${Math.round((user + system) / 1000)} ms CPU`,
  )
  expect(share(tally.exact)).toBeGreaterThanOrEqual(99)
  expect(share(tally.wrong)).toBeLessThanOrEqual(0.1)
  expect(share(tally.lost)).toBeLessThanOrEqual(0.1)
}, 60_000)

import { expect, test } from 'vitest'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import type { PlacedStatement, Playback, PlaybackStep } from '#/lib/version/history.ts'
import { shiftOf } from '#/lib/version/text-ops.ts'
import { playedWords } from './play-text.ts'
import { PlaybackPlayer } from './playback-player.ts'

const SEEDS = Number(process.env.SEEDS ?? 60)

type Part = PlaybackStep['text'][number]

const statement = (annotationId: string, note = ''): PlacedStatement => ({
  annotationId,
  by: 'maren',
  start: 0,
  end: 1,
  actors: note ? [`${note}|source`] : [],
  themes: [],
})

function step(text: Part[], statements: Partial<PlaybackStep['statements']> = {}): PlaybackStep {
  return { seq: 1, at: 0, by: 'layla', text, statements: { added: [], changed: [], removed: [], ...statements } }
}

/** A random change of a text as a playback tells it, and the text after it. */
function randomStep(random: Rng, before: string): { parts: Part[]; after: string } {
  const parts: Part[] = []
  let after = ''
  let at = 0
  const words = () => Array.from({ length: random.int(1, 9) }, () => random.pick(['a', 'b', 'ш', '\n'])).join('')
  while (at < before.length) {
    const keep = random.int(1, 30)
    const kept = before.slice(at, at + keep)
    parts.push({ keep: kept.length })
    after += kept
    at += kept.length
    if (at < before.length && random.chance(0.5)) {
      const gone = before.slice(at, at + random.int(1, 25))
      parts.push({ remove: gone })
      at += gone.length
    }
    if (random.chance(0.5)) {
      const come = words()
      parts.push({ add: come })
      after += come
    }
  }
  if (before === '' || random.chance(0.2)) {
    const come = words()
    parts.push({ add: come })
    after += come
  }
  return { parts, after }
}

function placed(random: Rng, annotationId: string, length: number): PlacedStatement {
  const start = random.int(0, length)
  const end = Math.min(length, start + random.int(1, 40))
  return { ...statement(annotationId), ...(start < end ? { start, end } : { start: null, end: null }) }
}

/** What a step says about statements, whose words it touched or which come and go; the others only move. */
function randomStatements(random: Rng, parts: Part[], before: Map<string, PlacedStatement>, length: number, at: number) {
  const { touches, move } = shiftOf(parts)
  const statements: PlaybackStep['statements'] = { added: [], changed: [], removed: [] }
  const now = new Map<string, PlacedStatement>()
  for (const [id, old] of before) {
    const { start, end } = old
    if (random.chance(0.1)) {
      statements.removed.push(id)
      continue
    }
    const isTouched = start === null || end === null || touches(start, end)
    const moved = isTouched ? placed(random, id, length) : { ...old, start: move(start), end: move(start) + end - start }
    if (isTouched) statements.changed.push(moved)
    now.set(id, moved)
  }
  if (random.chance(0.4)) {
    const come = placed(random, `n${at}`, length)
    statements.added.push(come)
    now.set(come.annotationId, come)
  }
  return { statements, now }
}

test(`a text is the same at every step, however one gets there (${SEEDS} random histories)`, () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = rng(seed)
    const texts = ['First paragraph.\nSecond, a longer one.\n\nLast.'.repeat(random.int(1, 40))]
    const steps: PlaybackStep[] = []
    const start = Array.from({ length: random.int(0, 12) }, (_, i) => placed(random, `s${i}`, texts[0]!.length))
    let now = new Map(start.map((each) => [each.annotationId, each]))
    const count = random.int(1, 20)
    for (let i = 0; i < count; i++) {
      const { parts, after } = randomStep(random, texts[i]!)
      const told = randomStatements(random, parts, now, after.length, i)
      steps.push(step(parts, told.statements))
      now = told.now
      texts.push(after)
    }
    const player = new PlaybackPlayer({ start: { text: texts[0]!, statements: start }, steps })
    const statementsAt = new Map<number, PlacedStatement[]>()
    const idsAt = new Map<number, string[]>()
    for (const index of [...steps.keys(), count, ...Array.from({ length: 12 }, () => random.int(0, count))]) {
      const frame = player.goTo(index)
      const what = `seed ${seed}, step ${index}`
      expect(player.text, what).toBe(texts[index])
      const ids = player.blockIds
      expect(new Set(ids).size, `${what}: ids differ`).toBe(ids.length)
      expect(idsAt.get(index) ?? ids, `${what}: blocks keep their ids`).toEqual(ids)
      idsAt.set(index, ids)
      const statements = frame.placed.toSorted((a, b) => a.annotationId.localeCompare(b.annotationId))
      expect(statements, `${what}: statements stand where they stood`).toEqual(statementsAt.get(index) ?? statements)
      statementsAt.set(index, statements)
      if (index === count) expect(statements).toEqual([...now.values()].toSorted((a, b) => a.annotationId.localeCompare(b.annotationId)))
      for (const section of frame.sections) {
        expect(section.length, what).toBe(section.blocks.reduce((sum, { text }) => sum + text.length + 1, 0))
        for (const { text, marks } of section.blocks) {
          const live = marks?.map((mark) => (mark.kind === 'removed' ? '' : mark.text)).join('') ?? text
          expect(live, `${what}: marks spell the block`).toBe(text)
        }
      }
      const end = random.int(0, texts[index]!.length)
      const from = random.int(0, end)
      expect(playedWords(frame.sections, from, end), what).toBe(texts[index]!.slice(from, end))
      const marks = frame.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.marks ?? []))
      const marked = (kind: string) =>
        marks
          .filter((mark) => mark.kind === kind)
          .map(({ text }) => text)
          .join('')
      const told = (kind: 'add' | 'remove') =>
        index === 0 ? '' : steps[index - 1]!.text.map((part) => (kind in part ? (part as Record<string, string>)[kind] : '')).join('')
      // The ends of blocks that were added are blocks of their own.
      expect(marked('added'), `${what}: what came is marked`).toBe(told('add').replaceAll('\n', ''))
      expect(marked('removed'), `${what}: what went is marked`).toBe(told('remove'))
    }
  }
})

test('a step leaves every part of the text it does not touch the same object', () => {
  const text = Array.from({ length: 1000 }, (_, i) => `Paragraph ${i}`).join('\n')
  const at = text.indexOf('Paragraph 500')
  const player = new PlaybackPlayer({
    start: { text, statements: [] },
    steps: [step([{ keep: at }, { add: 'A new ' }, { keep: text.length - at }]), step([{ keep: 3 }, { remove: 'agraph' }])],
  })
  const before = player.goTo(0).sections
  const first = player.goTo(1).sections
  const second = player.goTo(2).sections
  const others = (a: typeof before, b: typeof before) => a.filter((section, i) => section !== b[i]).length
  expect(others(before, first)).toBe(1)
  // the mark of the step before goes, the words of this one change
  expect(others(first, second)).toBe(2)
})

test('statements come, change and go, and come back when the playback goes back', () => {
  const playback: Playback = {
    start: { text: 'Words', statements: [statement('a'), statement('b')] },
    steps: [
      step([{ keep: 5 }], { added: [statement('c')], changed: [statement('b', 'russia')] }),
      step([{ keep: 5 }], { removed: ['b', 'c'] }),
    ],
  }
  const player = new PlaybackPlayer(playback)
  const all = () => player.statements.map(({ annotationId, actors }) => annotationId + actors.join('')).toSorted()
  expect(player.goTo(2).statements.removed.map(({ annotationId }) => annotationId)).toEqual(['b', 'c'])
  expect(all()).toEqual(['a'])
  player.goTo(1)
  expect(all()).toEqual(['a', 'brussia|source', 'c'])
  player.goTo(0)
  expect(all()).toEqual(['a', 'b'])
  player.goTo(2)
  expect(all()).toEqual(['a'])
})

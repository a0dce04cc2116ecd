import { expect, test } from 'vitest'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { nameKey } from './clean-name.ts'
import type { Actor, Theme } from './codebook.ts'
import type { MovedActor } from './merge.ts'
import { planActorMerge } from './plan-actor-merge.ts'
import { planActorUnmerge } from './plan-actor-unmerge.ts'
import { planNamesBack } from './plan-names-back.ts'
import { planActorSplit, planThemeSplit } from './plan-split.ts'
import { planThemeMerge, type ThemeMergePlan } from './plan-theme-merge.ts'
import { planThemeUnmerge } from './plan-theme-unmerge.ts'
import { makeActor, makeAlias, makeTheme } from './testing/entries.ts'
import { wouldCycle } from './theme-tree.ts'

const asItIs = (id: string) => id

test('names: what the surviving actor lacks, each once, one preferred in a language', () => {
  const into = makeActor('b', 'HTS', [], { aliases: [makeAlias('ХТШ', { language: 'ru', preferred: true })] })
  const first = makeActor('a', 'Nusra', [], {
    aliases: [makeAlias('hts'), makeAlias('Нусра', { language: 'ru', preferred: true, until: '2016-07-28' })],
  })
  const second = makeActor('c', 'nusra', [], { aliases: [makeAlias('JFS', { language: 'en', preferred: true })] })
  expect(planActorMerge([into, first, second], ['a', 'c'], 'b').names).toEqual([
    { name: 'Nusra', language: 'und', preferred: false, from: null, until: null, mergedFrom: 'a' },
    { name: 'Нусра', language: 'ru', preferred: false, from: null, until: '2016-07-28', mergedFrom: 'a' },
    { name: 'JFS', language: 'en', preferred: true, from: null, until: null, mergedFrom: 'c' },
  ])
})

test('an actor that stands below the one that goes takes its place, and returns below it', () => {
  const actors = [
    makeActor('top', 'Top'),
    makeActor('a', 'A', [], { parentId: 'top' }),
    makeActor('x', 'X', [], { parentId: 'a' }),
    makeActor('b', 'B', [], { parentId: 'x' }),
  ]
  const plan = planActorMerge(actors, ['a'], 'b')
  expect(plan.moved).toEqual([
    { id: 'b', from: 'x', to: 'top' },
    { id: 'x', from: 'a', to: 'b' },
  ])
  const merged = move(actors, plan.moved).filter(({ id }) => id !== 'a')
  const back = planActorUnmerge(merged, [{ id: 'a', name: 'A', parentId: 'top' }], { movedActors: plan.moved }, asItIs)
  expect(back).toEqual({
    restored: [{ id: 'a', name: 'A', parentId: 'top' }],
    moved: [
      { id: 'x', parentId: 'a' },
      { id: 'b', parentId: 'x' },
    ],
  })
})

test('a copied name leaves with the actor it came from, along all later merges, unless another has it too', () => {
  const from = { id: 'a', names: ['A', 'Alpha', 'Shared'] }
  const copied = [
    { id: '1', actorId: 'b', name: 'a', mergedFrom: 'a' },
    { id: '2', actorId: 'b', name: 'Shared', mergedFrom: 'a' },
    { id: '3', actorId: 'b', name: 'Alpha', mergedFrom: 'other' },
    { id: '4', actorId: 'c', name: 'A', mergedFrom: 'b' },
    { id: '5', actorId: 'c', name: 'Shared', mergedFrom: 'b' },
  ]
  const merged = [
    { id: 'd', mergedInto: 'b', names: ['D', 'shared'] },
    { id: 'b', mergedInto: 'c', names: ['B', 'Shared'] },
  ]
  expect(planNamesBack(from, ['b', 'c'], copied, merged)).toEqual({ gone: ['1', '4'], inherited: [{ id: '2', mergedFrom: 'd' }] })
})

test('themes: two of one name in one place cannot be', () => {
  const themes = [makeTheme('a', 'War'), makeTheme('b', 'Peace', { parentId: 'a' }), makeTheme('c', 'PEACE', { position: 1 })]
  expect(planThemeMerge(themes, ['a'], 'b').clash).toBe('Peace')
})

test('a split makes entries beside the one it is of, and a name goes with who has it now', () => {
  const whole = makeActor('a', 'HTS', ['Nusra', 'JFS'], { kind: 'armed-group', parentId: 'top' })
  const plan = planActorSplit([makeActor('top', 'Top'), whole], 'a', [' nusra '])
  expect(plan).toMatchObject({ made: [{ name: 'nusra', kind: 'armed-group', parentId: 'top' }], leaving: [{ name: 'Nusra' }] })
  expect(planActorSplit([whole], 'a', ['One', 'one'])).toMatchObject({ ok: false, field: 'name' })
  expect(planActorSplit([whole], 'a', ['hts'])).toMatchObject({ ok: false, existingId: 'a' })
  expect(planActorSplit([whole], 'gone', ['X'])).toBeNull()
  const themes = [makeTheme('a', 'Talks', { hue: 1 }), makeTheme('b', 'War', { hue: 2, position: 1 })]
  expect(planThemeSplit(themes, 'a', ['Truce', 'Terms'])).toMatchObject({
    made: [
      { name: 'Truce', position: 1, hue: 3 },
      { name: 'Terms', position: 2, hue: 4 },
    ],
    places: [{ id: 'b', position: 3 }],
  })
})

const move = (actors: readonly Actor[], moved: readonly Pick<MovedActor, 'id' | 'to'>[]): Actor[] =>
  actors.map((actor) => ({
    ...actor,
    parentId: moved.find(({ id }) => id === actor.id)?.to ?? (moved.some(({ id }) => id === actor.id) ? null : actor.parentId),
  }))

const LETTERS = ['A', 'B', 'C', 'D']

/** A random tree; siblings have different names, and positions 0, 1, 2 ... */
function randomThemes(random: Rng): Theme[] {
  const themes: Theme[] = []
  for (let at = 0; at < random.int(3, 14); at++) {
    const parentId = themes.length > 0 && random.chance(0.7) ? random.pick(themes).id : null
    const siblings = themes.filter((theme) => theme.parentId === parentId)
    const name = LETTERS.find((letter) => !siblings.some((sibling) => sibling.name === letter))
    const hue = parentId === null ? siblings.length + 1 : random.chance(0.2) ? random.int(1, 12) : null
    if (name)
      themes.push(
        makeTheme(`t${at}`, name, { parentId, position: siblings.length, hue, hotkey: at < 9 && random.chance(0.3) ? at + 1 : null }),
      )
  }
  return themes
}

function merged(themes: readonly Theme[], plan: ThemeMergePlan): Theme[] {
  const gone = new Set(plan.merges.map(({ from }) => from))
  return themes
    .filter(({ id }) => !gone.has(id))
    .map((theme) => ({
      ...theme,
      ...plan.places.find(({ id }) => id === theme.id),
      hotkey: plan.hotkey?.to === theme.id ? plan.hotkey.digit : theme.hotkey,
    }))
}

function check(themes: readonly Theme[]): void {
  for (const { id, parentId, name } of themes) {
    expect(parentId === null || themes.some((other) => other.id === parentId), `${id} stands under something`).toBe(true)
    expect(parentId !== null && wouldCycle(themes, id, parentId), `${id} is in no ring`).toBe(false)
    const siblings = themes.filter((other) => other.parentId === parentId)
    expect(
      siblings.filter((other) => nameKey(other.name) === nameKey(name)),
      `${name} is there once`,
    ).toHaveLength(1)
    expect(siblings.map(({ position }) => position).sort((a, b) => a - b)).toEqual(siblings.map((_, at) => at))
  }
}

test('random theme trees: merges keep the tree whole, and taking them back gives the tree there was', () => {
  const from = Number(process.env.MERGE_SEED ?? 1)
  let done = 0
  for (let seed = from; seed < from + 400; seed++) {
    const random = rng(seed)
    const themes = randomThemes(random)
    if (themes.length < 2) continue
    const into = random.pick(themes).id
    const going = themes.map(({ id }) => id).filter((id) => id !== into && random.chance(0.4))
    const plan = planThemeMerge(themes, going, into)
    if (going.length === 0 || plan.clash !== null) continue
    try {
      const after = merged(themes, plan)
      check(after)
      const rows = themes.filter(({ id }) => plan.merges.some((merge) => merge.from === id))
      const back = planThemeUnmerge(after, rows, { movedThemes: plan.moved, hotkey: plan.hotkey }, asItIs)
      const again = [
        ...after.map((theme) => ({
          ...theme,
          ...back.places.find(({ id }) => id === theme.id),
          hotkey: back.losesHotkey === theme.id ? null : theme.hotkey,
        })),
        ...back.restored.map((row) => ({ ...rows.find(({ id }) => id === row.id)!, ...row })),
      ]
      check(again)
      const plain = (list: readonly Theme[]) => list.map(({ id, name, parentId, hotkey }) => `${id} ${name} ${parentId} ${hotkey}`).sort()
      expect(plain(again)).toEqual(plain(themes))
      done++
    } catch (error) {
      throw new Error(`MERGE_SEED=${seed}`, { cause: error })
    }
  }
  expect(done).toBeGreaterThan(100)
})

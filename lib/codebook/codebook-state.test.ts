import { expect, test } from 'vitest'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { SHIPPED_KINDS } from './actor-kinds.ts'
import type { CodebookDifference, CodebookState } from './codebook-change.ts'
import { codebookDifference, codebookState, patchState, sameJson, stateAtVersion, stateDifference } from './codebook-state.ts'
import { makeActor, makeTheme } from './testing/entries.ts'

test('only the fields that differ are kept, in both directions', () => {
  const was = makeTheme('a', 'Ceasefire')
  const { before, after } = codebookDifference({ themes: [was] }, { themes: [{ ...was, name: 'Truce', examples: ['x'] }] })
  expect(before).toEqual({ themes: { a: { name: 'Ceasefire', examples: [] } } })
  expect(after).toEqual({ themes: { a: { name: 'Truce', examples: ['x'] } } })
})

test('an entry that was made is null before, one that went is null after', () => {
  const actor = makeActor('a', 'Iran')
  const { id: _, ...fields } = actor
  expect(codebookDifference({}, { actors: [actor] })).toEqual({ before: { actors: { a: null } }, after: { actors: { a: fields } } })
  expect(codebookDifference({ actors: [actor] }, {})).toEqual({ before: { actors: { a: fields } }, after: { actors: { a: null } } })
})

test('what is the same makes no difference', () => {
  const actor = makeActor('a', 'Iran', ['ایران'])
  expect(codebookDifference({ actors: [actor] }, { actors: [structuredClone(actor)] })).toEqual({ before: {}, after: {} })
})

test('kinds are told apart by their slug and know their order', () => {
  const [state, government] = [SHIPPED_KINDS[0]!, SHIPPED_KINDS[1]!]
  expect(codebookDifference({ kinds: [state, government] }, { kinds: [government, state] }).after).toEqual({
    kinds: { government: { position: 0 }, state: { position: 1 } },
  })
})

test('a merge is a pointer beside the entry that went', () => {
  const [a, b] = [makeActor('a', 'HTS'), makeActor('b', 'Nusra')]
  const { after } = codebookDifference({ actors: [a, b] }, { actors: [a], merged: { b: 'a' } })
  expect(after).toEqual({ actors: { b: null }, merged: { b: { into: 'a' } } })
})

test.each([
  [{ a: [1, { b: null }] }, { a: [1, {}] }, true],
  [[], {}, false],
  [['x', 'y'], ['y', 'x'], false],
  [null, undefined, true],
  ['', null, false],
])('sameJson(%j, %j) is %j', (a, b, same) => {
  expect(sameJson(a, b)).toBe(same)
})

test('every state of a random past comes back from the present and the changes', () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`codebook-state: seed ${seed}`)
  const random = rng(seed)
  for (let run = 0; run < 25; run++) {
    const states: CodebookState[] = [codebookState({ kinds: SHIPPED_KINDS })]
    const changes: (CodebookDifference & { version: number })[] = []
    for (let version = 1; version <= 40; version++) {
      const next = randomChange(states.at(-1)!, random)
      // What is kept in a database has been JSON.
      changes.push({ version, ...(JSON.parse(JSON.stringify(stateDifference(states.at(-1)!, next))) as CodebookDifference) })
      states.push(next)
    }
    const present = states.at(-1)!
    const shuffled = [...changes].sort(() => random.int(0, 3) - 1)
    for (const [version, state] of states.entries())
      expect(stateAtVersion(present, shuffled, version), `seed ${seed}, run ${run}, version ${version}`).toEqual(state)
    const forwards = changes.reduce((state, { after }) => patchState(state, after), states[0]!)
    expect(forwards, `seed ${seed}, run ${run}, forwards`).toEqual(present)
  }
})

type Section = 'actors' | 'themes' | 'kinds' | 'merged'
type Entries = Record<Section, Record<string, Record<string, unknown>>>

/** A few acts on one state: entries made, changed, taken away, merged and brought back, several at once. */
function randomChange(state: CodebookState, random: Rng): CodebookState {
  const next = structuredClone(state) as Entries
  for (let acts = random.int(1, 5); acts > 0; acts--) {
    const section = random.pick(['actors', 'themes', 'kinds'] as const)
    const id = `${section}-${random.int(0, 8)}`
    const entry = next[section][id]
    const made = { name: `name ${random.int(0, 5)}`, parentId: random.pick([null, `${section}-1`]), aliases: [{ name: 'x' }], hue: null }
    if (!entry) {
      next[section][id] = made
      delete next.merged[id]
    } else if (random.chance(0.3)) {
      delete next[section][id]
      if (random.chance(0.5)) next.merged[id] = { into: `${section}-0` }
    } else {
      next[section][id] = {
        ...entry,
        [random.pick(['name', 'parentId', 'aliases', 'hue'])]: random.pick([null, 'x', 3, [], [{ name: 'y' }]]),
      }
    }
  }
  return next
}

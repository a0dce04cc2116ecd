import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MemberRole } from '#/lib/access/roles.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { newId } from '#/lib/id.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { editTags, type LayerChange, type TagEdit, undoLayerChanges } from './bulk-edit.ts'
import { checkLayerUpdate } from './check-update.ts'
import { addActor, createAnnotation, deleteAnnotation, setTheme } from './commands.ts'
import { readAnnotation } from './layer.ts'

const [MAREN, TOMAS] = [newId(), newId()]
const [RUSSIA, MOD, HOTLINE, TALKS, OLD] = [newId(), newId(), newId(), newId(), newId()]
const MERGED = { [OLD]: RUSSIA }
const QUOTE = { exact: 'x', prefix: '', suffix: '' }

function layerOf(...tags: { by?: string; actors?: [string, ActorRole][]; themes?: [string, Stance][] }[]): { layer: Y.Doc; ids: string[] } {
  const layer = new Y.Doc()
  const ids = tags.map(({ by = MAREN, actors = [], themes = [] }, at) => {
    const tagged = {
      actors: actors.map(([actorId, role]) => ({ actorId, role })),
      themes: themes.map(([themeId, stance]) => ({ themeId, stance })),
    }
    return createAnnotation(layer, { userId: by, runs: [[1, at, 1]], quote: QUOTE, ...tagged, now: 1000 + at }, null)
  })
  return { layer, ids }
}

const run = (layer: Y.Doc, ids: string[], edit: TagEdit, userId = MAREN, everyone = true) =>
  editTags(layer, ids, edit, { userId, everyone, now: 5000 }, MERGED, null)

const tagsOf = (layer: Y.Doc, id: string) => {
  const annotation = readAnnotation(layer, id)
  return [
    ...(annotation?.actors ?? []).map(({ actorId, role, by }) => `${actorId} ${role} ${by.join('+')}`),
    ...(annotation?.themes ?? []).map(({ themeId, stance, by }) => `${themeId} ${stance} ${by.join('+')}`),
  ]
}

test('adding leaves alone what has the tag, also from somebody else or by an id that was merged', () => {
  const { layer, ids } = layerOf(
    {},
    { by: TOMAS, actors: [[RUSSIA, 'source']] },
    { actors: [[OLD, 'source']] },
    { actors: [[RUSSIA, 'mentioned']] },
  )
  deleteAnnotation(layer, ids[0]!, MAREN, null)
  const { skipped } = run(layer, [...ids, newId()], { act: 'add', tag: { sort: 'actor', id: RUSSIA, role: 'source' } })
  expect([...skipped.values()]).toEqual(['gone', 'has-it', 'has-it', 'gone'])
  expect(tagsOf(layer, ids[3]!)).toEqual([`${RUSSIA} mentioned ${MAREN}`, `${RUSSIA} source ${MAREN}`])
})

test('a coder takes away own tags only; an editor everybody’s', () => {
  const { layer, ids } = layerOf({ by: TOMAS, themes: [[HOTLINE, 'supports']] }, { themes: [[HOTLINE, 'opposes']] }, {})
  setTheme(layer, ids[1]!, HOTLINE, 'supports', TOMAS, null)
  const edit: TagEdit = { act: 'remove', tag: { sort: 'theme', id: HOTLINE } }
  const coder = run(layer, ids, edit, MAREN, false)
  expect([...coder.skipped.values()]).toEqual(['of-others', 'without-it'])
  expect(tagsOf(layer, ids[1]!)).toEqual([`${HOTLINE} supports ${TOMAS}`])
  expect([...run(layer, ids, edit, MAREN, true).skipped.values()]).toEqual(['without-it'])
  expect(ids.flatMap((id) => tagsOf(layer, id))).toEqual([])
})

test('replacing keeps role and stance unless told otherwise, and makes no doubles', () => {
  const { layer, ids } = layerOf(
    {
      by: TOMAS,
      actors: [
        [RUSSIA, 'source'],
        [OLD, 'recipient'],
      ],
    },
    {
      actors: [
        [RUSSIA, 'source'],
        [MOD, 'source'],
      ],
    },
    { by: TOMAS, themes: [[HOTLINE, 'opposes']] },
  )
  const actors = run(layer, ids, {
    act: 'replace',
    tag: { sort: 'actor', id: RUSSIA, role: null },
    by: { sort: 'actor', id: MOD, role: null },
  })
  expect([...actors.skipped.values()]).toEqual(['without-it'])
  expect(tagsOf(layer, ids[0]!).toSorted()).toEqual([`${MOD} recipient ${MAREN}`, `${MOD} source ${MAREN}`])
  expect(tagsOf(layer, ids[1]!)).toEqual([`${MOD} source ${MAREN}`])
  run(layer, ids, { act: 'replace', tag: { sort: 'theme', id: HOTLINE }, by: { sort: 'theme', id: TALKS, stance: null } })
  expect(tagsOf(layer, ids[2]!)).toEqual([`${TALKS} opposes ${MAREN}`])
  const same = run(layer, ids, { act: 'replace', tag: { sort: 'theme', id: TALKS }, by: { sort: 'theme', id: TALKS, stance: 'opposes' } })
  expect([...same.skipped.values()]).toEqual(['without-it', 'without-it', 'has-it'])
  run(layer, ids, { act: 'replace', tag: { sort: 'theme', id: TALKS }, by: { sort: 'theme', id: TALKS, stance: 'mixed' } })
  expect(tagsOf(layer, ids[2]!)).toEqual([`${TALKS} mixed ${MAREN}`])
})

test('undo brings back what was, in whose name it was, but for what somebody changed since', () => {
  const { layer, ids } = layerOf({ by: TOMAS, themes: [[HOTLINE, 'opposes']] }, { themes: [[HOTLINE, 'neutral']] })
  const before = ids.map((id) => tagsOf(layer, id))
  const { changes } = run(layer, ids, {
    act: 'replace',
    tag: { sort: 'theme', id: HOTLINE },
    by: { sort: 'theme', id: TALKS, stance: null },
  })
  // As a database gives it back: the names of fields in another order.
  const kept = changes.map(
    (change): LayerChange => ({
      layerId: 'l',
      ...change,
      after: change.after && (Object.fromEntries(Object.entries(change.after).toReversed()) as never),
    }),
  )
  setTheme(layer, ids[1]!, TALKS, 'supports', MAREN, null)
  const { undone, kept: left } = undoLayerChanges(layer, kept, null)
  expect(tagsOf(layer, ids[0]!)).toEqual(before[0])
  expect([undone.has(ids[0]!), left.has(ids[1]!)]).toEqual([true, true])
  expect(tagsOf(layer, ids[1]!)).toContain(`${TALKS} supports ${MAREN}`)
})

const RUNS = 60
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)

test('whatever is asked, it is what the guard would have let the person do', () => {
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const random = rng(seed)
    const role: MemberRole = random.pick(['coder', 'editor', 'owner'])
    const { layer, ids } = randomLayer(random)
    const draft = new Y.Doc()
    Y.applyUpdate(draft, Y.encodeStateAsUpdate(layer))
    const before = Y.encodeStateVector(draft)
    const said = JSON.stringify(ids.map((id) => tagsOf(draft, id).toSorted()))
    const { changes } = run(draft, ids, randomEdit(random), MAREN, role !== 'coder')
    const update = Y.encodeStateAsUpdate(draft, before)
    if (changes.length > 0)
      expect(
        checkLayerUpdate(layer, update, { userId: MAREN, role }, () => undefined),
        `seed ${seed}`,
      ).toMatchObject({ ok: true })
    undoLayerChanges(
      draft,
      changes.map((change) => ({ ...change, layerId: '' })),
      null,
    )
    expect(JSON.stringify(ids.map((id) => tagsOf(draft, id).toSorted())), `seed ${seed}`).toBe(said)
  }
})

function randomLayer(random: Rng) {
  const tags = Array.from({ length: random.int(1, 5) }, () => ({ by: random.pick([MAREN, TOMAS]) }))
  const { layer, ids } = layerOf(...tags)
  for (let n = random.int(0, 12); n > 0; n--) {
    const [id, user] = [random.pick(ids), random.pick([MAREN, TOMAS])]
    if (random.chance(0.5)) addActor(layer, id, random.pick([RUSSIA, MOD, OLD]), random.pick(['source', 'mentioned'] as const), user, null)
    else setTheme(layer, id, random.pick([HOTLINE, TALKS]), random.pick(['supports', 'opposes'] as const), user, null)
  }
  if (random.chance(0.3)) deleteAnnotation(layer, random.pick(ids), TOMAS, null)
  return { layer, ids }
}

function randomEdit(random: Rng): TagEdit {
  const isActor = random.chance(0.5)
  const tag = isActor
    ? { sort: 'actor' as const, id: random.pick([RUSSIA, MOD]), role: random.pick(['source', 'mentioned'] as const) }
    : { sort: 'theme' as const, id: random.pick([HOTLINE, TALKS]), stance: random.pick(['supports', 'opposes'] as const) }
  const by = isActor
    ? { sort: 'actor' as const, id: random.pick([RUSSIA, MOD]), role: random.pick(['source', null] as const) }
    : { sort: 'theme' as const, id: random.pick([HOTLINE, TALKS]), stance: random.pick(['supports', null] as const) }
  const act = random.pick(['add', 'remove', 'replace'] as const)
  return act === 'replace' ? { act, tag, by } : { act, tag }
}

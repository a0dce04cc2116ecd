import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { MemberRole } from '#/lib/access/roles.ts'
import { checkLayerUpdate } from '#/lib/annotation/check-update.ts'
import {
  addActor,
  createAnnotation,
  deleteAnnotation,
  removeActor,
  removeTheme,
  restoreAnnotation,
  setFact,
  setMemo,
  setTheme,
} from '#/lib/annotation/commands.ts'
import { layerMap, readAnnotations } from '#/lib/annotation/layer.ts'
import { LayerUndo } from '#/lib/annotation/layer-undo.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { settleThemes } from '#/lib/annotation/project.ts'
import { resolveTags } from '#/lib/annotation/resolve-tags.ts'
import { retag } from '#/lib/annotation/retag.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { followMerges } from '#/lib/codebook/merged.ts'
import { type Merged, resolveId } from '#/lib/codebook/resolve-id.ts'
import { newId } from '#/lib/id.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'

/** Runs; 1,000 by hand. */
const SEEDS = Number(process.env.SEEDS ?? 100)
/** ms; a busy machine is no failure. */
const PATIENCE = 300_000
const STEPS = 60
const START = Date.UTC(2026, 0, 1)
const OWN = 'own'
const SPLIT = 'split'
const SORTS = ['actor', 'theme'] as const
type Sort = (typeof SORTS)[number]

/** "actor id|actorId|role|userId" or "theme id|themeId|userId": one person's tag as a layer keeps it. */
type TagKey = string

const tagsOf = (layer: Y.Doc): Set<TagKey> =>
  new Set(SORTS.flatMap((sort) => [...layerMap(layer, sort).keys()].map((key) => `${sort} ${key}`)))

/** A workspace: its layer as the server has it, its codebook, and what became of every tag that was ever put. */
class World {
  readonly layer = Object.assign(new Y.Doc(), { clientID: 10 })
  readonly owners = new Map<number, string>()
  readonly entries: Record<Sort, string[]> = { actor: newIds(4), theme: newIds(4) }
  readonly into = new Map<string, string>()
  readonly put = new Set<TagKey>()
  /** Tags that somebody took away, knowing what they did. */
  readonly removed = new Set<TagKey>()
  /** Tags that a split gave to another entry, and to which. */
  readonly moved = new Map<TagKey, TagKey>()

  get merged(): Merged {
    return followMerges(Object.fromEntries(this.into))
  }

  live(sort: Sort): string[] {
    return this.entries[sort].filter((id) => !this.into.has(id))
  }

  change(random: Rng): void {
    const sort = random.pick(SORTS)
    const live = this.live(sort)
    const act = random.next()
    if (act < 0.5 && live.length > 2) this.#merge(random.pick(live), random.pick(live))
    else if (act < 0.7 && this.into.size > 0) this.into.delete(random.pick([...this.into.keys()]))
    else this.#split(random, sort, random.pick(live))
  }

  #merge(from: string, to: string): void {
    if (from !== to) this.into.set(from, to)
  }

  /** Some of the statements with this entry go to a new one. */
  #split(random: Rng, sort: Sort, entry: string): void {
    const target = newId()
    this.entries[sort].push(target)
    const { merged } = this
    const isFrom = (id: string) => resolveId(merged, id) === entry
    const to = new Map([...layerMap(this.layer, 'annotation').keys()].filter(() => random.chance(0.5)).map((id) => [id, target]))
    const before = tagsOf(this.layer)
    retag(this.layer, { sort, isFrom, to }, SPLIT)
    const after = tagsOf(this.layer)
    for (const key of before) if (!after.has(key)) this.moved.set(key, key.replace(partOf(key, 1), target))
    for (const key of after) if (!before.has(key)) this.put.add(key)
  }

  /** Whether a tag is there, was taken away by somebody, or both is true of what a split made of it. */
  isAccountedFor(key: TagKey, there: ReadonlySet<TagKey>): boolean {
    const next = this.moved.get(key)
    return there.has(key) || this.removed.has(key) || (next !== undefined && this.isAccountedFor(next, there))
  }
}

class Peer {
  readonly world: World
  readonly role: MemberRole
  readonly userId = newId()
  readonly layer = new Y.Doc()
  readonly undo: LayerUndo
  /** Merges of the codebook as this page knows them. */
  merged: Merged = {}
  known: Record<Sort, string[]>

  constructor(world: World, role: MemberRole, client: number) {
    this.world = world
    // Which of two changes at once wins follows from it: chance must be that of the seed alone.
    this.layer.clientID = client
    this.role = role
    this.undo = new LayerUndo(this.layer, this.userId, [OWN])
    this.known = { actor: world.live('actor'), theme: world.live('theme') }
  }

  get reach() {
    return { everyone: this.role === 'editor', merged: this.merged }
  }

  view(merged = this.merged): Annotation[] {
    return readAnnotations(this.layer)
      .map((annotation) => resolveTags(annotation, merged))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Does something; keeps account of the tags that came and went. Adding takes nothing away. */
  does(takesAway: boolean, act: () => void): void {
    const before = tagsOf(this.layer)
    act()
    const after = tagsOf(this.layer)
    const gone = [...before].filter((key) => !after.has(key))
    if (!takesAway) expect(gone).toEqual([])
    for (const key of gone) this.world.removed.add(key)
    for (const key of after) if (!before.has(key)) this.world.put.add(key)
  }

  send(): string | null {
    const { world, layer, userId, role } = this
    const update = Y.encodeStateAsUpdate(layer, Y.encodeStateVector(world.layer))
    const checked = checkLayerUpdate(world.layer, update, { userId, role }, (client) => world.owners.get(client))
    if (!checked.ok) return checked.reason
    for (const client of checked.newClients) world.owners.set(client, userId)
    Y.applyUpdate(world.layer, update)
    return null
  }

  receive(): void {
    Y.applyUpdate(this.layer, Y.encodeStateAsUpdate(this.world.layer, Y.encodeStateVector(this.layer)), 'remote')
  }

  /** The list of the codebook arrives apart from the tags: sooner or later. */
  learn(): void {
    this.merged = this.world.merged
    this.known = { actor: this.world.live('actor'), theme: this.world.live('theme') }
  }
}

function newIds(count: number): string[] {
  return Array.from({ length: count }, () => newId())
}

function partOf(key: TagKey, at: number): string {
  return key.slice(key.indexOf(' ') + 1).split('|')[at] as string
}

/** One random act of a peer, as its page would do it. */
function act(peer: Peer, random: Rng): void {
  const { layer, userId, role, known } = peer
  const statements = peer.view()
  const statement = statements[random.int(0, statements.length - 1)]
  if (!statement || random.chance(0.15)) {
    const quote = { exact: 'words', prefix: '', suffix: '' }
    const tags = {
      actors: [{ actorId: random.pick(known.actor), role: random.pick(ROLES_IN_STATEMENT) }],
      themes: [{ themeId: random.pick(known.theme), stance: random.pick(STANCES) }],
    }
    peer.does(false, () => createAnnotation(layer, { userId, runs: [[7, random.int(0, 99), 4]], quote, ...tags }, OWN))
    return
  }
  const { id, actors, themes, by } = statement
  const mayChange = by === userId || role === 'editor'
  const actor = actors[random.int(0, actors.length - 1)]
  const theme = themes[random.int(0, themes.length - 1)]
  const acts = [
    () => peer.does(false, () => addActor(layer, id, random.pick(known.actor), random.pick(ROLES_IN_STATEMENT), userId, OWN)),
    () => peer.does(true, () => setTheme(layer, id, random.pick(known.theme), random.pick(STANCES), userId, OWN, peer.reach)),
    () => actor && takeActor(peer, id, actor.actorId, actor.role),
    () => theme && takeTheme(peer, id, theme.themeId),
    () => peer.does(false, () => setMemo(layer, id, userId, random.pick(['', 'one', 'two']), OWN)),
    () => mayChange && peer.does(false, () => setFact(layer, id, 'status', random.pick(['', 'planned', 'negated']), userId, OWN)),
    () => mayChange && peer.does(false, () => setFact(layer, id, 'date', random.pick(['2024', '2024-11~']), userId, OWN)),
    () => mayChange && peer.does(false, () => deleteAnnotation(layer, id, userId, OWN)),
    () => restoreOne(peer),
    () => peer.does(true, () => peer.undo.undo()),
    () => peer.does(true, () => peer.undo.redo()),
  ]
  random.pick(acts)()
}

/** What the page no longer shows afterwards: one's own tag, or with the right to moderate everybody's, of all that is this entry now. */
function takeActor(peer: Peer, id: string, actorId: string, role: (typeof ROLES_IN_STATEMENT)[number]): void {
  peer.does(true, () => removeActor(peer.layer, id, actorId, role, peer.userId, OWN, peer.reach))
  const left = peer
    .view()
    .find((one) => one.id === id)
    ?.actors.find((tag) => tag.actorId === actorId && tag.role === role)
  if (peer.reach.everyone) expect(left).toBeUndefined()
  else expect(left?.by ?? []).not.toContain(peer.userId)
}

function takeTheme(peer: Peer, id: string, themeId: string): void {
  peer.does(true, () => removeTheme(peer.layer, id, themeId, peer.userId, OWN, peer.reach))
  const left =
    peer
      .view()
      .find((one) => one.id === id)
      ?.themes.filter((tag) => tag.themeId === themeId) ?? []
  if (peer.reach.everyone) expect(left).toEqual([])
  else expect(left.flatMap((tag) => tag.by)).not.toContain(peer.userId)
}

function restoreOne(peer: Peer): void {
  const { layer, userId, role } = peer
  const [deleted] = [...layerMap(layer, 'deleted')].filter(([, value]) => value.by === userId || role === 'editor')
  if (deleted) peer.does(false, () => restoreAnnotation(layer, deleted[0], OWN))
}

/** Who says what of a statement, worked out from the bare keys: what `resolveTags` must come to. */
function plainView(layer: Y.Doc, merged: Merged): string[] {
  const isShown = (id: string) => layerMap(layer, 'annotation').has(id) && !layerMap(layer, 'deleted').has(id)
  const lines = SORTS.flatMap((sort) =>
    [...layerMap(layer, sort)].flatMap(([key, value]) => {
      const [id = '', entry = '', role] = key.split('|')
      const how = sort === 'actor' ? role : (value as unknown as { stance: string }).stance
      return isShown(id) ? [`${id} ${resolveId(merged, entry)} ${how} ${value.by}`] : []
    }),
  )
  return [...new Set(lines)].sort()
}

function linesOf(annotations: readonly Annotation[]): string[] {
  return annotations
    .flatMap(({ id, actors, themes }) => [
      ...actors.flatMap(({ actorId, role, by }) => by.map((who) => `${id} ${actorId} ${role} ${who}`)),
      ...themes.flatMap(({ themeId, stance, by }) => by.map((who) => `${id} ${themeId} ${stance} ${who}`)),
    ])
    .sort()
}

function play(seed: number): { world: World; peers: Peer[] } {
  const random = rng(seed)
  const world = new World()
  const peers = (['coder', 'coder', 'editor'] as const).map((role, at) => new Peer(world, role, 11 + at))
  for (let step = 0; step < STEPS; step++) {
    const peer = random.pick(peers)
    vi.setSystemTime(START + step * 1000)
    act(peer, random)
    if (random.chance(0.12)) world.change(random)
    if (random.chance(0.3)) expect(peer.send(), `step ${step}, ${peer.role}`).toBeNull()
    if (random.chance(0.3)) peer.receive()
    if (random.chance(0.3)) peer.learn()
  }
  for (const peer of [...peers, ...peers]) {
    expect(peer.send(), `${peer.role} at the end`).toBeNull()
    peer.receive()
    peer.learn()
  }
  return { world, peers }
}

// What was done at the same moment is put in order by ids: chance again.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }))
afterEach(() => void vi.useRealTimers())

test(
  `three people edit statements while entries of the codebook are merged and split: all end alike, and no tag goes but by somebody’s act (${SEEDS} histories)`,
  () => {
    const seen = { merges: 0, splits: 0, kept: 0, removed: 0 }
    for (let seed = 1; seed <= SEEDS; seed++) {
      try {
        const { world, peers } = play(seed)
        judge(world, peers)
        const there = tagsOf(world.layer)
        seen.merges += world.into.size
        seen.splits += world.moved.size
        seen.kept += there.size
        seen.removed += world.removed.size
      } catch (error) {
        throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error })
      }
    }
    // The histories are worth something: all of it happened, often.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(SEEDS)
  },
  PATIENCE,
)

function judge(world: World, peers: readonly Peer[]): void {
  const { merged, layer } = world
  const there = tagsOf(layer)
  for (const peer of peers) {
    expect(tagsOf(peer.layer)).toEqual(there)
    expect(peer.view()).toEqual(peers[0]?.view())
    expect(peer.merged).toEqual(merged)
  }
  expect([...world.put].filter((key) => !world.isAccountedFor(key, there))).toEqual([])
  expect([...there].filter((key) => !world.put.has(key))).toEqual([])
  const shown = readAnnotations(layer).map((annotation) => resolveTags(annotation, merged))
  const lines = linesOf(shown)
  expect(lines).toEqual(plainView(layer, merged))
  // Nothing twice, nothing that was merged away, and one stance a theme in what is counted.
  expect(new Set(lines).size).toBe(lines.length)
  for (const annotation of shown) {
    const ids = [...annotation.actors.map(({ actorId }) => actorId), ...annotation.themes.map(({ themeId }) => themeId)]
    expect(ids.filter((id) => world.into.has(id))).toEqual([])
    const settled = settleThemes(annotation).map(({ themeId }) => themeId)
    expect(settled.toSorted()).toEqual([...new Set(annotation.themes.map(({ themeId }) => themeId))].sort())
  }
}

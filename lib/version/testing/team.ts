import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import {
  addActor,
  createAnnotation,
  deleteAnnotation,
  moveAnchor,
  removeActor,
  restoreAnnotation,
  setFact,
  setMemo,
  setTheme,
} from '#/lib/annotation/commands.ts'
import { layerMap, readAnnotations } from '#/lib/annotation/layer.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, createTextDoc } from '#/lib/text/flat.ts'
import { cloneDoc, exchangeAll, openPeer, type Peer } from '#/lib/text/testing/peer.ts'
import { type EditKind, randomEdit } from '#/lib/text/testing/random-edit.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import type { LogRow } from '#/lib/version/log-row.ts'
import { restoreLayer } from '#/lib/version/restore-layer.ts'
import { restoreText } from '#/lib/version/restore-text.ts'

/** Who does what in the tests of versions. */
export const USERS = [newId(), newId(), newId()] as const
export const RESTORER = newId()

/** A text with one layer. */
export interface State {
  text: Y.Doc
  layer: Y.Doc
}

/** Three people at real editors with a text and a layer, and a server that logs what was exchanged. Needs a DOM, as `openPeer` does. */
export class Team {
  readonly random: Rng
  readonly peers: Peer[]
  readonly layers: Y.Doc[]
  readonly server: State
  /** What the server has, in the order it came. */
  readonly log: LogRow[] = []
  #at = 0
  next = 0

  constructor(seed: number) {
    this.random = rng(seed)
    const source = createTextDoc(Array.from({ length: 8 }, () => ({ type: 'paragraph', spans: [{ text: this.fresh(40) }] })))
    this.peers = [101, 102, 103].map((client) => openPeer(cloneDoc(source, client)))
    this.layers = [201, 202, 203].map((client) => cloneDoc(new Y.Doc(), client))
    this.server = { text: new Y.Doc(), layer: new Y.Doc() }
    for (const [room, doc] of [this.server.text, this.server.layer].entries())
      doc.on('update', (bytes: Uint8Array) => this.#write(room, bytes))
    Y.applyUpdate(this.server.text, Y.encodeStateAsUpdate(source))
  }

  /** Characters nobody has used yet. */
  fresh(length: number): string {
    return Array.from({ length }, () => String.fromCharCode(0x4e00 + this.next++)).join('')
  }

  /** Any of the three does something. */
  act(weights: Record<EditKind, number>, person = this.random.int(0, 2)): void {
    const { editor, undo } = this.peers[person]!
    if (this.random.chance(0.45)) this.#tag(person)
    else if (this.random.chance(0.1)) undo.undo()
    else randomEdit(editor, this.random, weights, (length) => this.fresh(length))
  }

  #tag(person: number): void {
    const [layer, userId] = [this.layers[person]!, USERS[person]!]
    const known = readAnnotations(layer)
    const { id } = known[this.random.int(0, Math.max(0, known.length - 1))] ?? { id: null }
    const passage = this.#passage(this.peers[person]!.text)
    if (id === null || (passage && this.random.chance(0.4))) {
      if (passage) createAnnotation(layer, { userId, ...passage, actors: [{ actorId: newId(), role: 'source' }], themes: [] }, 'own')
      return
    }
    const actor = known.find((each) => each.id === id)?.actors[0]
    const gone = [...layerMap(layer, 'deleted').keys()][0]
    this.random.pick([
      () => addActor(layer, id, newId(), 'mentioned', userId, 'own'),
      () => actor && removeActor(layer, id, actor.actorId, actor.role, userId, 'own', { everyone: true }),
      () => setTheme(layer, id, USERS[0], this.random.pick(['supports', 'opposes', 'neutral']), userId, 'own'),
      () => setMemo(layer, id, userId, this.random.chance(0.3) ? '' : this.fresh(5), 'own'),
      () => setFact(layer, id, 'place', this.fresh(3), userId, 'own'),
      () => deleteAnnotation(layer, id, userId, 'own'),
      () => gone && restoreAnnotation(layer, gone, 'own'),
      () => passage && moveAnchor(layer, id, { ...passage, how: 'resize' }, userId, 'own'),
      // Taken back for good, as the undo of its author does it.
      () => layerMap(layer, 'annotation').delete(id),
    ])()
  }

  #passage(text: Y.Text) {
    const canonical = canonicalText(text)
    if (canonical.length < 10) return null
    const start = this.random.int(0, canonical.length - 6)
    const end = Math.min(canonical.length, start + this.random.int(3, 25))
    if (canonical.slice(start, end).trim() === '') return null
    return { runs: captureRuns(buildIdIndex(text), start, end), quote: captureQuote(canonical, start, end) }
  }

  meet(people = [0, 1, 2]): void {
    exchangeAll([this.server.text, ...people.map((person) => this.peers[person]!.doc)])
    exchangeAll([this.server.layer, ...people.map((person) => this.layers[person]!)])
  }

  work(weights: Record<EditKind, number>, acts: number): void {
    for (let i = 0; i < acts; i++) {
      this.act(weights)
      if (this.random.chance(0.15)) this.meet()
    }
    this.meet()
  }

  /** The state now, as it would be replayed from the log. */
  point(): State {
    return { text: cloneDoc(this.server.text), layer: cloneDoc(this.server.layer) }
  }

  restore(point: State): void {
    restoreText(this.server.text, point.text, 'restore')
    restoreLayer(this.server.layer, point.layer, RESTORER, 'restore')
  }

  #write(room: number, bytes: Uint8Array): void {
    this.#at += this.random.chance(0.2) ? 60_000 : 500
    this.log.push({ seq: this.log.length + 1, at: this.#at, by: USERS[this.random.int(0, 2)] ?? null, room, bytes })
  }

  destroy(): void {
    for (const peer of this.peers) peer.destroy()
  }
}

/** Runs a check with many random teams; a failure names its seed. SEEDS in the environment: how many. */
export function forTeams(check: (team: Team) => void, count = Number(process.env.SEEDS ?? 8)): void {
  for (let seed = 1; seed <= count; seed++) {
    const team = new Team(seed)
    try {
      check(team)
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error })
    } finally {
      team.destroy()
    }
  }
}

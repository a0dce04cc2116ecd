import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MemberRole } from '#/lib/access/roles.ts'
import { checkLayerUpdate } from '#/lib/annotation/check-update.ts'
import {
  addActor,
  createAnnotation,
  deleteAnnotation,
  moveAnchor,
  removeActor,
  removeTheme,
  restoreAnnotation,
  setFact,
  setImportant,
  setMemo,
  setTheme,
} from '#/lib/annotation/commands.ts'
import { actorKey, importantKey, layerMap, memoKey, themeKey } from '#/lib/annotation/layer.ts'
import { LayerUndo } from '#/lib/annotation/layer-undo.ts'
import { type FactField, type IdRun, LAYER_ROOTS, type Quote } from '#/lib/annotation/model.ts'
import { printReporters } from '#/lib/annotation/reporters.ts'
import { newId } from '#/lib/id.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'

/** ms; a busy machine is no failure. */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 15)
const OWN = 'own'
const [ACTOR, OTHER_ACTOR, THEME, OTHER_THEME] = [newId(), newId(), newId(), newId()]
const RUNS: IdRun[] = [[7, 12, 30]]
const QUOTE: Quote = { exact: 'the words', prefix: 'before ', suffix: ' after' }

/** A server's layer with the owners of client ids, as the room keeps them. */
class Server {
  readonly doc = new Y.Doc()
  readonly owners = new Map<number, string>()

  check(update: Uint8Array, userId: string, role: MemberRole) {
    return checkLayerUpdate(this.doc, update, { userId, role }, (client) => this.owners.get(client))
  }

  /** Takes an update as the room does; the reason when it was refused. */
  take(update: Uint8Array, userId: string, role: MemberRole): string | null {
    const before = Y.encodeStateAsUpdate(this.doc)
    const result = this.check(update, userId, role)
    expect(Y.encodeStateAsUpdate(this.doc)).toEqual(before)
    if (!result.ok) return result.reason
    for (const client of result.newClients) this.owners.set(client, userId)
    Y.applyUpdate(this.doc, update)
    expect(this.doc.store.pendingStructs).toBeNull()
    expect(this.doc.store.pendingDs).toBeNull()
    return null
  }
}

/** One member's browser. */
class Client {
  doc = new Y.Doc()
  undo: LayerUndo
  readonly userId: string
  readonly role: MemberRole

  constructor(role: MemberRole, userId = newId()) {
    this.role = role
    this.userId = userId
    this.undo = new LayerUndo(this.doc, userId, [OWN])
  }

  /** Everything the server does not have. */
  news(server: Server): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(server.doc))
  }

  send(server: Server): string | null {
    return server.take(this.news(server), this.userId, this.role)
  }

  receive(server: Server): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(this.doc)), 'remote')
  }

  /** Closes the browser and opens it again with what it had kept on the device: same user, new Yjs client id. */
  restart(): void {
    const kept = Y.encodeStateAsUpdate(this.doc)
    this.doc = new Y.Doc()
    Y.applyUpdate(this.doc, kept, 'device')
    this.undo = new LayerUndo(this.doc, this.userId, [OWN])
  }

  create(memo?: string): string {
    return createAnnotation(
      this.doc,
      {
        userId: this.userId,
        runs: RUNS,
        quote: QUOTE,
        actors: [{ actorId: ACTOR, role: 'source' }],
        themes: [{ themeId: THEME, stance: 'opposes' }],
        memo,
        facts: { status: 'asserted' },
      },
      OWN,
    )
  }
}

const content = (doc: Y.Doc) => Object.fromEntries(LAYER_ROOTS.map((root) => [root, doc.getMap(root).toJSON()]))

function room(...roles: MemberRole[]) {
  const server = new Server()
  return { server, clients: roles.map((role) => new Client(role)) }
}

function act({ doc, userId, role, undo, create }: Client, random: Rng, client: Client): string {
  const ids = [...layerMap(doc, 'annotation').keys()]
  const chance = random.next()
  if (chance < 0.2 || ids.length === 0) return `create ${create.call(client, random.chance(0.3) ? 'a memo' : undefined)}`
  const id = random.pick(ids)
  const mine = layerMap(doc, 'annotation').get(id)!.by === userId
  const allowed = mine || role === 'editor'
  const actor = random.pick([ACTOR, OTHER_ACTOR])
  const theme = random.pick([THEME, OTHER_THEME])
  const deleted = layerMap(doc, 'deleted').get(id)
  const actions: Record<string, () => unknown> = {
    addActor: () => addActor(doc, id, actor, random.pick(['source', 'recipient']), userId, OWN),
    removeActor: () => removeActor(doc, id, actor, 'source', userId, OWN, { everyone: role === 'editor' && random.chance(0.5) }),
    setTheme: () => setTheme(doc, id, theme, random.pick(['supports', 'opposes', 'none']), userId, OWN),
    removeTheme: () => removeTheme(doc, id, theme, userId, OWN, { everyone: role === 'editor' && random.chance(0.5) }),
    setImportant: () => setImportant(doc, id, userId, random.chance(0.5), OWN),
    setMemo: () => setMemo(doc, id, userId, random.pick(['', 'one', 'two']), OWN),
    ...(allowed && {
      setFact: () => setFact(doc, id, 'status', random.pick(['', 'planned', 'negated']), userId, OWN),
      setDate: () => setFact(doc, id, 'date', random.pick(['', '2024-11', '2024-11-27/2024-12-08~']), userId, OWN),
      setReporters: () => setFact(doc, id, 'reportedBy', printReporters([{ name: 'Reuters' }, { actor }]), userId, OWN),
    }),
    ...(allowed && {
      moveAnchor: () => moveAnchor(doc, id, { runs: [[9, random.int(0, 99), 4]], quote: QUOTE, how: 'resize' }, userId, OWN),
    }),
    ...(allowed && !deleted && { deleteAnnotation: () => deleteAnnotation(doc, id, userId, OWN) }),
    ...(deleted && (deleted.by === userId || role === 'editor') && { restoreAnnotation: () => restoreAnnotation(doc, id, OWN) }),
    undo: () => undo.undo(),
    undoAgain: () => undo.undo(),
    redo: () => undo.redo(),
    restart: () => random.chance(0.3) && client.restart(),
  }
  const name = random.pick(Object.keys(actions))
  actions[name]!()
  return name
}

test(
  `nothing an honest client does is refused (${SEEDS} histories of four members, offline batches, undo, restarts)`,
  () => {
    let updates = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      const { server, clients } = room('coder', 'coder', 'editor', 'owner')
      for (let step = 0; step < 60; step++) {
        const client = random.pick(clients)
        const done: string[] = []
        for (let k = random.int(1, 4); k > 0; k--) done.push(act(client, random, client))
        if (random.chance(0.5)) continue
        expect(client.send(server), `seed ${seed}, step ${step}, ${client.role}: ${done}`).toBeNull()
        updates++
        client.receive(server)
      }
      for (const client of [...clients, ...clients]) {
        expect(client.send(server), `seed ${seed} at the end`).toBeNull()
        client.receive(server)
      }
      for (const client of clients) expect(content(client.doc), `seed ${seed}`).toEqual(content(server.doc))
    }
    expect(updates).toBeGreaterThan(SEEDS * 10)
  },
  PATIENCE,
)

/** Values no fact has; each by a name for the test. */
const NO_FACTS: Record<string, [field: FactField, value: unknown]> = {
  'an unknown status': ['status', 'sure'],
  'an empty certainty': ['certainty', ''],
  'a date that no calendar has': ['date', '2023-02-29'],
  'an interval that ends before it begins': ['date', '2024-12-08/2024-11-27'],
  'a place of two lines': ['place', 'Aleppo\nIdlib'],
  'a place with a control character': ['place', 'Aleppo\0'],
  'a point off the map': ['placePoint', '91,0'],
  'a point that is an object': ['placePoint', { latitude: 0, longitude: 0 }],
  'an unknown precision': ['placePrecision', 'metre'],
  'a chain without links': ['reportedBy', '[]'],
  'a chain of six': ['reportedBy', JSON.stringify(Array(6).fill({ name: 'Reuters' }))],
  'a chain with a foreign field': ['reportedBy', '[{"name":"Reuters","at":1}]'],
  'a chain with an actor that is no id': ['reportedBy', '[{"actor":"Reuters"}]'],
  'a chain that is no JSON': ['reportedBy', '[{"name":'],
  'a chain too long to read': ['reportedBy', `[${' '.repeat(5000)}]`],
}

/** Each makes an update from a copy of the server's layer that no honest client of this role would send. */
const FORGERIES: Record<string, (doc: Y.Doc, ids: { mine: string; theirs: string; me: string; them: string }) => void> = {
  'a statement in the name of another': (doc, { them }) =>
    layerMap(doc, 'annotation').set(newId(), { v: 1, r: RUNS, q: QUOTE, by: them, at: 1 }),
  'another statement under an existing id': (doc, { theirs, me }) =>
    layerMap(doc, 'annotation').set(theirs, { v: 1, r: RUNS, q: QUOTE, by: me, at: 2 }),
  'a changed own statement': (doc, { mine, me }) =>
    layerMap(doc, 'annotation').set(mine, { v: 1, r: [[1, 1, 1]], q: QUOTE, by: me, at: 2 }),
  'the removal of a statement of another': (doc, { theirs }) => layerMap(doc, 'annotation').delete(theirs),
  'the removal of a tag of another': (doc, { theirs, them }) => layerMap(doc, 'actor').delete(actorKey(theirs, ACTOR, 'source', them)),
  'a tag under the key of another': (doc, { mine, me, them }) =>
    layerMap(doc, 'theme').set(themeKey(mine, THEME, them), { stance: 'supports', by: me, at: 1 }),
  'a tag signed by another': (doc, { mine, them }) =>
    layerMap(doc, 'theme').set(themeKey(mine, THEME, them), { stance: 'supports', by: them, at: 1 }),
  'an overwritten memo of another': (doc, { theirs, me, them }) =>
    layerMap(doc, 'memo').set(memoKey(theirs, them), { text: 'no', by: me, at: 1 }),
  'an important mark in the name of another': (doc, { mine, me, them }) =>
    layerMap(doc, 'important').set(importantKey(mine, them), { by: me, at: 1 }),
  'the deletion of a statement of another': (doc, { theirs, me }) => layerMap(doc, 'deleted').set(theirs, { by: me, at: 1 }),
  'a moved passage of another': (doc, { theirs, me }) =>
    layerMap(doc, 'anchor').set(theirs, { r: RUNS, q: QUOTE, how: 'resize', by: me, at: 1 }),
  'a fact on a statement of another': (doc, { theirs, me }) =>
    layerMap(doc, 'fact').set(`${theirs}|status`, { value: 'planned', by: me, at: 1 }),
  'a removed fact of another': (doc, { theirs }) => layerMap(doc, 'fact').delete(`${theirs}|status`),
  'a tag on nothing': (doc, { me }) => layerMap(doc, 'actor').set(actorKey(newId(), ACTOR, 'source', me), { by: me, at: 1 }),
  'an unknown root': (doc) => doc.getText('default').insert(0, 'x'),
  'an unknown map': (doc, { me }) => doc.getMap('note').set('x', { by: me, at: 1 }),
  'a list in a root': (doc, { me }) => new Y.Doc() && doc.getArray('annotation2').push([{ by: me }]),
  'a nested type': (doc, { mine, me }) => (doc.getMap('memo') as Y.Map<unknown>).set(memoKey(mine, me), new Y.Map()),
  'binary data': (doc, { mine, me }) => (doc.getMap('memo') as Y.Map<unknown>).set(memoKey(mine, me), new Uint8Array(8)),
  'a bare string': (doc, { mine, me }) => (doc.getMap('memo') as Y.Map<unknown>).set(memoKey(mine, me), 'memo'),
  'a field too many': (doc, { mine, me }) =>
    (doc.getMap('memo') as Y.Map<unknown>).set(memoKey(mine, me), { text: 'x', by: me, at: 1, more: 1 }),
  'a memo too long': (doc, { mine, me }) => layerMap(doc, 'memo').set(memoKey(mine, me), { text: 'x'.repeat(8193), by: me, at: 1 }),
  'a quote too long': (doc, { me }) =>
    layerMap(doc, 'annotation').set(newId(), { v: 1, r: RUNS, q: { ...QUOTE, exact: 'x'.repeat(513) }, by: me, at: 1 }),
  'too many runs': (doc, { me }) =>
    layerMap(doc, 'annotation').set(newId(), {
      v: 1,
      r: Array.from({ length: 65 }, (_, i): IdRun => [1, i * 9, 1]),
      q: QUOTE,
      by: me,
      at: 1,
    }),
  'the same words twice in one passage': (doc, { me }) =>
    layerMap(doc, 'annotation').set(newId(), {
      v: 1,
      r: [
        [1, 5, 9],
        [1, 0, 6],
      ],
      q: QUOTE,
      by: me,
      at: 1,
    }),
  'characters beyond all that can be counted': (doc, { me }) =>
    layerMap(doc, 'annotation').set(newId(), { v: 1, r: [[1, Number.MAX_SAFE_INTEGER, 9]], q: QUOTE, by: me, at: 1 }),
  'no runs': (doc, { me }) => layerMap(doc, 'annotation').set(newId(), { v: 1, r: [], q: QUOTE, by: me, at: 1 }),
  'a time that is none': (doc, { mine, me }) => layerMap(doc, 'memo').set(memoKey(mine, me), { text: 'x', by: me, at: Number.NaN }),
  'an unknown stance': (doc, { mine, me }) =>
    layerMap(doc, 'theme').set(themeKey(mine, THEME, me), { stance: 'loves' as 'none', by: me, at: 1 }),
  'an unknown role': (doc, { mine, me }) => layerMap(doc, 'actor').set(actorKey(mine, ACTOR, 'friend' as 'source', me), { by: me, at: 1 }),
  'a key that is no id': (doc, { me }) => layerMap(doc, 'annotation').set('zz', { v: 1, r: RUNS, q: QUOTE, by: me, at: 1 }),
  ...Object.fromEntries(
    Object.entries(NO_FACTS).map(([name, [field, value]]) => [
      name,
      (doc: Y.Doc, { mine, me }: { mine: string; me: string }) =>
        layerMap(doc, 'fact').set(`${mine}|${field}`, { value: value as string, by: me, at: 1 }),
    ]),
  ),
  'a foreign fact field': (doc, { mine, me }) => layerMap(doc, 'fact').set(`${mine}|weather` as never, { value: 'x', by: me, at: 1 }),
}

test.each(Object.keys(FORGERIES))('a coder is refused %s', (name) => {
  const { server, clients } = room('coder', 'coder')
  const [me, them] = clients as [Client, Client]
  const mine = me.create()
  const theirs = them.create('their memo')
  expect([me.send(server), them.send(server)]).toEqual([null, null])
  const evil = new Y.Doc()
  Y.applyUpdate(evil, Y.encodeStateAsUpdate(server.doc))
  FORGERIES[name]!(evil, { mine, theirs, me: me.userId, them: them.userId })
  const update = Y.encodeStateAsUpdate(evil, Y.encodeStateVector(server.doc))
  expect(server.take(update, me.userId, 'coder')).toEqual(expect.any(String))
})

test('who may only read or comment changes nothing', () => {
  for (const role of ['viewer', 'commenter'] as const) {
    const { server, clients } = room(role)
    clients[0]!.create()
    expect(clients[0]!.send(server)).toBe('You may read this document, not tag it.')
    expect(server.take(Y.encodeStateAsUpdate(new Y.Doc()), clients[0]!.userId, role)).toBeNull()
  }
})

test('an editor moderates, signed as themselves, but cannot take a statement of another away for good', () => {
  const { server, clients } = room('coder', 'editor')
  const [coder, editor] = clients as [Client, Client]
  const id = coder.create('memo')
  coder.send(server)
  editor.receive(server)
  removeActor(editor.doc, id, ACTOR, 'source', editor.userId, OWN, { everyone: true })
  deleteAnnotation(editor.doc, id, editor.userId, OWN)
  expect(editor.send(server)).toBeNull()
  editor.undo.undo()
  editor.undo.undo()
  expect(editor.send(server)).toBeNull()
  expect(layerMap(server.doc, 'deleted').has(id)).toBe(false)
  expect(layerMap(server.doc, 'actor').get(actorKey(id, ACTOR, 'source', coder.userId))).toMatchObject({ by: editor.userId })
  layerMap(editor.doc, 'annotation').delete(id)
  expect(editor.send(server)).toEqual(expect.any(String))
})

test('a tag that a moderator removed and put back is still its tagger’s to remove', () => {
  const { server, clients } = room('coder', 'editor')
  const [coder, editor] = clients as [Client, Client]
  const id = coder.create()
  coder.send(server)
  editor.receive(server)
  removeTheme(editor.doc, id, THEME, editor.userId, OWN, { everyone: true })
  editor.undo.undo()
  expect(editor.send(server)).toBeNull()
  coder.receive(server)
  removeTheme(coder.doc, id, THEME, coder.userId, OWN)
  expect(coder.send(server)).toBeNull()
  expect(layerMap(server.doc, 'theme').size).toBe(0)
})

test('what a moderator deleted, its author cannot restore', () => {
  const { server, clients } = room('coder', 'editor')
  const [coder, editor] = clients as [Client, Client]
  const id = coder.create()
  coder.send(server)
  editor.receive(server)
  deleteAnnotation(editor.doc, id, editor.userId, OWN)
  editor.send(server)
  coder.receive(server)
  restoreAnnotation(coder.doc, id, OWN)
  expect(coder.send(server)).toBe('The tag of someone else cannot be removed.')
})

test('a client id belongs to who used it first', () => {
  const { server, clients } = room('coder', 'coder')
  const [me, them] = clients as [Client, Client]
  me.create()
  me.send(server)
  them.receive(server)
  them.doc.clientID = me.doc.clientID
  them.create()
  expect(them.send(server)).toBe('The change continues the work of someone else.')
})

test('the server’s own client ids belong to nobody', () => {
  const { server, clients } = room('coder')
  server.doc.getMap('annotation').set(newId(), { v: 1, r: RUNS, q: QUOTE, by: newId(), at: 1 })
  clients[0]!.receive(server)
  clients[0]!.doc.clientID = server.doc.clientID
  clients[0]!.create()
  expect(clients[0]!.send(server)).toBe('The change continues the work of someone else.')
})

test('nobody takes over the id of a statement that its author took back', () => {
  const { server, clients } = room('coder', 'coder')
  const [me, them] = clients as [Client, Client]
  const id = me.create()
  me.send(server)
  me.undo.undo()
  me.send(server)
  them.receive(server)
  layerMap(them.doc, 'annotation').set(id, { v: 1, r: RUNS, q: QUOTE, by: them.userId, at: 3 })
  expect(them.send(server)).toBe('The statement was made by someone else.')
  me.undo.redo()
  expect(me.send(server)).toBeNull()
})

test('damaged updates are refused, never thrown at', () => {
  const { server, clients } = room('coder')
  clients[0]!.create('memo')
  const update = clients[0]!.news(server)
  const random = rng(1)
  for (let i = 0; i < 2_000; i++) {
    const damaged = update.slice(0, random.chance(0.5) ? random.int(0, update.length) : undefined)
    for (let k = random.int(1, 4); k > 0 && damaged.length > 0; k--) damaged[random.int(0, damaged.length - 1)] = random.int(0, 255)
    const result = server.check(damaged, clients[0]!.userId, 'coder')
    if (!result.ok) continue
    const copy = new Y.Doc()
    Y.applyUpdate(copy, damaged)
    expect(copy.store.pendingStructs, `damage ${i}`).toBeNull()
  }
})

test('an update that builds on what the server does not have is refused', () => {
  const { server, clients } = room('coder')
  const [me] = clients as [Client]
  const id = me.create()
  const before = Y.encodeStateVector(me.doc)
  setMemo(me.doc, id, me.userId, 'x', OWN)
  expect(server.take(Y.encodeStateAsUpdate(me.doc, before), me.userId, 'coder')).toBe('The change builds on changes that are missing here.')
})

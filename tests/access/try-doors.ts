import type { Database } from '#/db/client.ts'
import { findDocumentsBehind } from '#/db/queries/excerpt-projection.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { ROOM_KINDS } from '#/server/collab/room-name.ts'
import { until } from '#/tests/support/until.ts'
import { ACTION_CALLS } from './action-calls.ts'
import { CALLERS, type Caller, isSignedOut, roleOf, SMUGGLER } from './caller.ts'
import type { Cell } from './cell.ts'
import type { Doors } from './doors.ts'
import { expectedAt, expectedInRoom } from './expected.ts'
import { differingTables, fingerprints } from './fingerprint.ts'
import type { Place } from './place.ts'
import { ACTIONS, type Outcome, PAGES, ROOMS, ROUTES, type Rule } from './policy.ts'
import { openRooms } from './room-visit.ts'
import { routeCall } from './route-calls.ts'
import { type Answer, callAction, callRoute, fill, methodsOf, openPage, type Visitor } from './visit.ts'
import type { World } from './world.ts'

interface Site {
  url: string
  doors: Doors
  world: World
  database: Database
}

/** A door with the way through it. */
interface Door {
  kind: Cell['kind']
  name: string
  rule: Rule
  expect(caller: Caller): Outcome
  /** Makes what the try needs, so that nothing but the try itself changes anything afterwards. */
  prepare(place: Place): Promise<(visitor: Visitor) => Promise<Answer>>
}

/** Which names are only on one side. */
function onlyOnOneSide(what: string, inBuild: readonly string[], inPolicy: readonly string[]): string[] {
  const [build, policy] = [new Set(inBuild), new Set(inPolicy)]
  return [...build.symmetricDifference(policy)].map((name) => `${what} ${name} (${build.has(name) ? 'not in the policy' : 'gone'})`)
}

export async function tryAllDoors(site: Site): Promise<{ cells: Cell[]; unknown: string[] }> {
  const { url, doors, database } = site
  const routes: string[] = []
  for (const address of doors.routes) for (const method of await methodsOf(url, fill(address, {}))) routes.push(`${method} ${address}`)
  const unknown = [
    ...onlyOnOneSide('page', doors.pages, Object.keys(PAGES)),
    ...onlyOnOneSide('route', routes, Object.keys(ROUTES)),
    ...onlyOnOneSide(
      'action',
      doors.actions.map(({ name }) => name),
      Object.keys(ACTIONS),
    ),
    ...onlyOnOneSide('call of action', Object.keys(ACTION_CALLS), Object.keys(ACTIONS)),
    ...onlyOnOneSide('room', [...ROOM_KINDS], Object.keys(ROOMS)),
  ]
  const all = [...pageDoors(doors), ...routeDoors(routes), ...actionDoors(doors)]
  const state = await fingerprints(database.pool)
  const cells = await tryRooms(site, state)
  await settled(site, state)
  // What is refused first: nothing of what is allowed is then still under way when states are compared.
  for (const door of all) cells.push(...(await tryTogether(site, door, callersAt(door, false), state)))
  const [reading, changing] = [all.filter(isReading), all.filter((door) => !isReading(door))]
  for (const door of reading) cells.push(...(await tryTogether(site, door, callersAt(door, true), state)))
  for (const door of changing.sort((a, b) => Number(deletesAll(a)) - Number(deletesAll(b))))
    cells.push(...(await tryInTurn(site, door, state)))
  return { cells, unknown }
}

const isReading = ({ kind, name, rule: { asks } }: Door) =>
  kind.startsWith('page') || name.startsWith('GET ') || asks === 'read' || asks === 'nothing'
const deletesAll = (door: Door) => door.name.endsWith('#deleteWorkspace')
const callersAt = (door: Door, allowed: boolean) =>
  CALLERS.filter((caller) => isWorthTrying(door, caller) && (door.expect(caller) === 'done') === allowed)

/** What was written into rooms is projected a moment later, on a busy machine a long one. */
async function settled({ database }: Site, state: () => Promise<string>): Promise<void> {
  let last = ''
  let since = Date.now()
  await until('nothing is under way any more', async () => {
    const isBehind = (await findDocumentsBehind(database.db)).length > 0
    const now = await state()
    if (isBehind || now !== last) since = Date.now()
    last = now
    return Date.now() - since > 500
  })
}

/** The smuggler names own and foreign things at once: only where there are two to name. */
function isWorthTrying({ kind, name, rule }: Door, caller: Caller): boolean {
  if (caller !== SMUGGLER) return true
  if (rule.alone || rule.asks === 'account' || rule.asks === 'nothing') return false
  return kind === 'action' || (name.includes('[workspaceId]') && name.includes('[documentId]'))
}

function pageDoors({ pages }: Doors): Door[] {
  return pages.flatMap((address) =>
    (address.startsWith('/_') ? [false] : [false, true]).map((asData): Door => {
      const rule = PAGES[address] ?? { asks: 'nothing', answer: 'refused' }
      return {
        kind: asData ? 'page as data' : 'page',
        name: address,
        rule,
        expect: (caller) => expectedAt('page', rule, caller),
        async prepare({ workspaceId, rows }) {
          const actorId = address.includes('[actorId]') ? await rows.actor() : ''
          const path = fill(address, { workspaceId, documentId: rows.documentId, actorId })
          return (visitor) => openPage(visitor, path, { asData, refusalWords: rule.refusalWords })
        },
      }
    }),
  )
}

function routeDoors(routes: readonly string[]): Door[] {
  return routes.map((name) => {
    const rule = ROUTES[name] ?? { asks: 'nothing', answer: 'refused' }
    return {
      kind: 'route',
      name,
      rule,
      expect: (caller) => expectedAt('route', rule, caller),
      async prepare(place) {
        const call = routeCall(name, place)
        return (visitor) => callRoute(visitor, name.split(' ')[0] as string, call)
      },
    }
  })
}

function actionDoors({ actions }: Doors): Door[] {
  return actions.flatMap(({ name, id, page }): Door[] => {
    const rule = ACTIONS[name]
    const call = ACTION_CALLS[name]
    if (!rule || !call) return []
    return [
      {
        kind: 'action',
        name,
        rule,
        expect: (caller) => expectedAt('action', rule, caller),
        async prepare(place) {
          const args = await call(place)
          const path = fill(page, { workspaceId: place.workspaceId, documentId: place.rows.documentId })
          return (visitor) => callAction(visitor, path, id, args, noMemberWords())
        },
      },
    ]
  })
}

/** Those who are refused, or only read: all at once, and they may not leave a trace but the record of reading. */
async function tryTogether({ url, world }: Site, door: Door, callers: readonly Caller[], state: () => Promise<string>): Promise<Cell[]> {
  const goes = await Promise.all(callers.map((caller) => door.prepare(world.place(caller, true))))
  const before = await state()
  const visitors = callers.map((caller) => ({ url, cookie: world.cookies.get(caller) ?? '' }))
  const answers = await Promise.all(goes.map((go, n) => go(visitors[n] as Visitor)))
  const mayLeave = callers.every((caller) => door.expect(caller) === 'done')
  const touched = differingTables(before, await state()).filter(
    (table) => (table !== 'audit_log' || !isReading(door)) && !(mayLeave && table === door.rule.leaves),
  )
  const changed = touched.length > 0 ? `one of ${callers.join(', ')} changed ${touched.join(', ')}` : ''
  return Promise.all(
    callers.map(async (caller, n) => {
      const answer = answers[n] as Answer
      const cell = cellOf(door, caller, changed ? answer : asRefused(door, caller, answer))
      const isSecret = !cell.wrong && !changed && hasToLookAway(door, caller)
      const told = isSecret ? await tellsApart(world, caller, door, visitors[n] as Visitor, answer) : ''
      return { ...cell, wrong: cell.wrong || changed || told }
    }),
  )
}

/** Those who may change something, one after the other: each may change what the next one sees. */
async function tryInTurn({ url, world }: Site, door: Door, state: () => Promise<string>): Promise<Cell[]> {
  const cells: Cell[] = []
  for (const caller of callersAt(door, true)) {
    const go = await door.prepare(world.place(caller, true))
    const before = await state()
    const answer = await go({ url, cookie: world.cookies.get(caller) ?? '' })
    const didNothing = isSilent(answer) && differingTables(before, await state()).length === 0
    cells.push(cellOf(door, caller, didNothing ? { ...answer, outcome: 'refused' } : answer))
  }
  return cells
}

function cellOf(door: Door, caller: Caller, { outcome: seen, words }: Answer): Cell {
  const expected = door.expect(caller)
  const wrong = seen === expected ? '' : `the policy says "${expected}", it was "${seen}": ${words.slice(0, 300)}`
  return { kind: door.kind, door: door.name, caller, expected, seen, wrong }
}

/**
 * What an answer comes to when nothing changed. Who names foreign rows from their own workspace may be refused, or be told that
 * there was nothing to do: either way they got nothing.
 */
function asRefused(door: Door, caller: Caller, answer: Answer): Answer {
  const outcome = caller === SMUGGLER ? door.expect(caller) : isSilent(answer) ? 'refused' : answer.outcome
  return { ...answer, outcome }
}

/** An action that answers nothing did what it changed. */
const isSilent = ({ words }: Answer) => words === '"$undefined"'

/** Who has no role here must not learn what is here. */
function hasToLookAway({ rule }: Door, caller: Caller): boolean {
  return rule.asks !== 'account' && rule.asks !== 'nothing' && !isSignedOut(caller) && roleOf(caller) === null
}

/** The difference between the answer about what is there and the answer about what is not; empty when there is none. */
async function tellsApart(world: World, caller: Caller, door: Door, visitor: Visitor, answer: Answer): Promise<string> {
  const other = await (await door.prepare(world.place(caller, false)))(visitor)
  const nameless = (words: string) => words.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
  if (nameless(other.words) === nameless(answer.words)) return ''
  return `what does not exist is answered differently: ${other.words.slice(0, 200)} instead of ${answer.words.slice(0, 200)}`
}

async function tryRooms(site: Site, state: () => Promise<string>): Promise<Cell[]> {
  const { url, world } = site
  const cells: Cell[] = []
  const roomsAt = ({ workspaceId, rows }: Place): Record<string, string> => ({
    text: `text/${rows.documentId}`,
    layer: `layer/${rows.layerId}`,
    workspace: `workspace/${workspaceId}`,
  })
  for (const caller of CALLERS.filter((caller) => caller !== SMUGGLER)) {
    const place = world.place(caller, true)
    const visitor = { url, cookie: world.cookies.get(caller) ?? '' }
    const open = (at: Place) => {
      const names = roomsAt(at)
      return openRooms(
        visitor,
        place.userId,
        ROOM_KINDS.map((kind) => ({ kind, name: names[kind] ?? `${kind}/${at.rows.documentId}` })),
      )
    }
    // What the caller before wrote is not this one's doing.
    await settled(site, state)
    const before = await state()
    const answers = await open(place)
    // That somebody was refused is recorded.
    const touched = differingTables(before, await state()).filter((table) => table !== 'audit_log')
    const nothing = await open(world.place(caller, false))
    for (const [n, kind] of ROOM_KINDS.entries()) {
      const expected = expectedInRoom(kind, caller)
      const { outcome: seen, words } = answers[n] as Answer
      const mayWrite = ROOM_KINDS.some((kind) => expectedInRoom(kind, caller) === 'read-write')
      const wrong =
        seen !== expected
          ? `the policy says "${expected}", it was "${seen}" (${words})`
          : !mayWrite && touched.length > 0
            ? `it changed ${touched.join(', ')}`
            : roleOf(caller) === null && nothing[n]?.words !== words
              ? `a room that does not exist is answered differently: ${nothing[n]?.words} instead of ${words}`
              : ''
      cells.push({ kind: 'room', door: kind, caller, expected, seen, wrong })
    }
  }
  return cells
}

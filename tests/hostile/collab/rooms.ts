import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { median } from '#/bench/figure.ts'
import { RawClient } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import type { Site } from './site.ts'

/** Rooms of other workspaces, rooms that never were, and names that can be no room's. */
export async function roomRows(site: Site, { isShort }: PartOptions): Promise<Row[]> {
  return [...(await othersRooms(site, isShort ? 60 : 400, isShort ? 0.25 : 0.1)), await impossibleNames(site)]
}

/** Asks for a room of others and one that never was, in turn: neither answer nor time may tell them apart. */
async function othersRooms(site: Site, times: number, share: number): Promise<Row[]> {
  const attacker = await site.ask({ ask: 'member', workspaceId: site.own.workspaceId, role: 'editor' })
  const { document, workspaceId } = site.foreign
  const foreign = [document.text, document.layer, `workspace/${workspaceId}`]
  const wrong: string[] = []
  const ms: { foreign: number[]; never: number[] } = { foreign: [], never: [] }
  let client = await connected(site, attacker.cookie)
  const ask = async (room: string): Promise<number> => {
    // A socket has a bounded number of rooms.
    if (client.denied.length > 50) {
      client.close()
      client = await connected(site, attacker.cookie)
    }
    const before = client.denied.length
    const began = performance.now()
    client.authenticate(room)
    await until('it was refused', () => client.denied.length > before || client.closedWith !== null)
    const took = performance.now() - began
    const said = client.denied.at(-1)
    if (said !== 'not-found') wrong.push(`${room} was answered "${said}"`)
    if (client.granted.length > 0) wrong.push(`${room} was opened`)
    await sleep(5)
    return took
  }
  for (let i = 0; i < times; i++) {
    const room = foreign[i % foreign.length] as string
    const kind = room.split('/')[0]
    if (i % 2) ms.foreign.push(await ask(room))
    ms.never.push(await ask(`${kind}/${randomUUID()}`))
    if (i % 2 === 0) ms.foreign.push(await ask(room))
  }
  client.close()
  const refusals = await site.ask({ ask: 'refusals', userId: attacker.user.id })
  const minutes = 1 + Math.ceil((median(ms.foreign) + median(ms.never)) * times) / 60_000
  const apart = Math.abs(median(ms.foreign) - median(ms.never))
  return [
    row('rooms of another workspace, and rooms that never were', 2 * times, 'both "not-found"', wrong, 'not-found'),
    {
      ...row(
        'the time those answers take',
        2 * times,
        `medians within 2 ms or ${100 * share} %`,
        apart <= Math.max(2, share * median(ms.never)) ? [] : [`${apart.toFixed(1)} ms apart`],
        `${median(ms.foreign).toFixed(1)} ms and ${median(ms.never).toFixed(1)} ms`,
      ),
      isTiming: true,
    },
    row(
      'audit rows of those refusals',
      2 * times,
      'at least one, at most one a minute',
      refusals >= 1 && refusals <= minutes + 1 ? [] : [`${refusals} rows`],
      `${refusals}`,
    ),
  ]
}

async function impossibleNames(site: Site): Promise<Row> {
  const { text } = site.own.document
  const id = text.slice('text/'.length)
  const names = [
    '__proto__',
    'constructor',
    'toString',
    '',
    ' ',
    '../../etc/passwd',
    `text/../text/${id}`,
    `${text}\0`,
    `${text}\0session`,
    `\0${text}`,
    `${text}\n`,
    `TEXT/${id}`,
    `text/${id.toUpperCase()}`,
    `audit/${id}`,
    'x'.repeat(100_000),
    `text/${'a'.repeat(36)}`,
    `text/${id}/1`,
    `text/${id}?`,
    'text/%00',
    '‮text',
  ]
  const wrong: string[] = []
  for (const name of names) {
    const attacker = await site.ask({ ask: 'member', workspaceId: site.own.workspaceId, role: 'editor' })
    const client = await connected(site, attacker.cookie)
    client.authenticate(name)
    await until('the socket was closed', () => client.closedWith !== null).catch(() => {})
    if (client.closedWith !== 1007) wrong.push(`"${name.slice(0, 40)}": closed with ${client.closedWith}`)
    if (client.granted.length > 0) wrong.push(`"${name.slice(0, 40)}" was opened`)
    await sleep(20)
    const noted = () => site.ask({ ask: 'refusals', userId: attacker.user.id }).then((rows) => rows === 1)
    await until('it was written down', noted, 2000).catch(() => wrong.push(`"${name.slice(0, 40)}" left no audit row`))
    client.close()
  }
  return row(
    'names that can be no room’s: __proto__, NUL, 100 kB, ../ ...',
    names.length,
    'closed (1007), an audit row',
    wrong,
    '1007, one row each',
  )
}

async function connected(site: Site, cookie: string): Promise<RawClient> {
  const client = new RawClient(site, cookie)
  await client.opened()
  return client
}

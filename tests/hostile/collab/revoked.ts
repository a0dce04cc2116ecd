import { setTimeout as sleep } from 'node:timers/promises'
import { SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import type { SitePerson } from './people-the-site.ts'
import { changed, joined } from './rights.ts'
import type { Site, SiteQuestion } from './site.ts'

const CLOSED_WITHIN_MS = 1000

const WAYS: Record<string, (site: Site, person: SitePerson) => SiteQuestion> = {
  'the session is ended': (_site, { sessionId }) => ({ ask: 'revoke', sessionId }),
  'the role is lowered': (site, { user }) => ({ ask: 'role', workspaceId: site.own.workspaceId, userId: user.id, role: 'viewer' }),
  'the member is removed': (site, { user }) => ({ ask: 'remove', workspaceId: site.own.workspaceId, userId: user.id }),
}

/** Rights that end while somebody has a document open and writes without pause, before and after. */
export async function revokedRows(site: Site, { isShort, totals }: PartOptions): Promise<Row[]> {
  const room = site.own.document.text
  const rows: Row[] = []
  for (const [what, end] of Object.entries(WAYS)) {
    const wrong: string[] = []
    const ms: number[] = []
    for (let i = isShort ? 2 : 30; i > 0; i--) {
      const person = await site.ask({ ask: 'member', workspaceId: site.own.workspaceId, role: 'editor' })
      const { client, doc } = await joined(site, person, room)
      const typing = setInterval(() => client.ws.readyState === 1 && client.sync(room, SYNC.UPDATE, changed(doc, 'x')), 25)
      await until('it writes', () => client.statuses.includes(true))
      const began = performance.now()
      await site.ask(end(site, person))
      const atEnd = await site.ask({ ask: 'room', room })
      await until('the socket is closed', () => client.closedWith !== null, 5000).catch(() => wrong.push('the socket stays open'))
      ms.push(performance.now() - began)
      clearInterval(typing)
      // Whoever comes back gets what the new rights allow: nothing that writes.
      const back = await Promise.race([joined(site, person, room).catch(() => null), sleep(1500, null)])
      back?.client.sync(room, SYNC.UPDATE, changed(doc, 'LATER'))
      await sleep(100)
      const after = await site.ask({ ask: 'room', room })
      if (after.rows !== atEnd.rows) {
        wrong.push(`${after.rows - atEnd.rows} later writes`)
        totals.stateChanges++
      }
      back?.client.close()
    }
    const slowest = Math.max(...ms)
    if (slowest > CLOSED_WITHIN_MS) wrong.push(`closed after ${slowest.toFixed(0)} ms`)
    rows.push(
      row(
        `${what} while the document is open`,
        ms.length,
        'closed in 1 s, no later write',
        wrong,
        `closed in ${slowest.toFixed(0)} ms at most`,
      ),
    )
  }
  return rows
}

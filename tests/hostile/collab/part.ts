import type { Part, Row } from '../row.ts'
import { crowdRows } from './crowds.ts'
import { doorRows } from './doors.ts'
import { floodRows } from './floods.ts'
import { frameRows } from './frames.ts'
import { revokedRows } from './revoked.ts'
import { rightsRows } from './rights.ts'
import { roomRows } from './rooms.ts'
import { startSite } from './site.ts'
import { updateRows } from './updates.ts'

/** Everything that comes in over the collaboration socket. */
export const collabPart: Part = {
  name: 'collab',
  async run(options) {
    const site = await startSite({ crowd: 28 })
    const rows: Row[] = []
    try {
      for (const attack of [doorRows, roomRows, rightsRows, crowdRows, updateRows, revokedRows, frameRows, floodRows])
        rows.push(...(await attack(site, options)))
    } finally {
      if (site.hasEnded()) options.totals.exits = Math.max(1, options.totals.exits)
      await site.stop()
    }
    return rows
  },
}

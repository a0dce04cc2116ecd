import type { Part, Row } from '../row.ts'
import { frameRows } from './frames.ts'
import { startSite } from './site.ts'

/** Everything that comes in over the collaboration socket. */
export const collabPart: Part = {
  name: 'collab',
  async run(options) {
    const site = await startSite({ crowd: 20 })
    const rows: Row[] = []
    try {
      for (const attack of [frameRows]) rows.push(...(await attack(site, options)))
    } finally {
      if (site.hasEnded()) options.totals.exits = Math.max(1, options.totals.exits)
      await site.stop()
    }
    return rows
  },
}

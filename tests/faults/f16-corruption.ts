import type { Database } from '#/db/client.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import { until } from '#/tests/support/until.ts'
import { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

/** Changes one by one, each a row of the log. So many of the second make its text worth a snapshot. */
const EDITS = { first: 40, other: 220 }

/**
 * F16: a byte of a snapshot and of a row of the log is flipped while the server is down. A damaged snapshot costs nothing, for
 * the log has everything. A damaged row is noticed, put into quarantine and left out, its document opens without it, others
 * are as they were; and whoever still has what was in it brings it back.
 */
export const corruption: Fault = {
  id: 'F16',
  title: 'flipped byte in log, in snapshot',
  backends: ['embedded', 'server'],
  longOnly: ['server'],
  run: (context) =>
    play(context, async (episode) => {
      const { stage, outcome, document } = episode
      const other = new Episode(stage, await stage.makeDocument(), context.seed + 1)
      await editOneByOne(episode, EDITS.first)
      await editOneByOne(other, EDITS.other)
      // Its last desk gone, the other document gets a snapshot; the first stays open.
      await other.leave('close')
      await wait(2000)
      await stage.end('SIGTERM')
      const seq = await stage.read(async (database) => {
        if (!(await flipSnapshot(database, other.document))) outcome.failures.push('There was no snapshot to damage')
        return flipRow(database, document)
      })
      outcome.tried += 2
      await stage.start()
      await episode.saved()
      await other.join(1)
      await other.leave('close')
      const log = stage.server?.log() ?? ''
      for (const event of ['room.snapshot-damaged', 'room.row-quarantined'])
        if (!log.includes(event)) outcome.failures.push(`The server did not write ${event}`)
      await stage.end('SIGTERM')
      const quarantined = await stage.read(({ pool }) => pool.query('select from room_quarantine where seq = $1', [seq]))
      if (quarantined.rowCount !== 1) outcome.failures.push('The damaged row is not in quarantine')
      await stage.start()
      await other.join(1)
      const found = await other.finish()
      outcome.failures.push(...found.failures.map((failure) => `the other document: ${failure}`))
      await stage.start()
    }),
}

async function editOneByOne(episode: Episode, edits: number): Promise<void> {
  const [person] = await episode.join(1)
  while (person && episode.ledger.entries.length < edits) {
    person.act()
    await until('the change is acknowledged', () => person.open === 0)
  }
}

async function flipSnapshot({ pool }: Database, { text }: LiveDocument): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update room_snapshots set bytes = set_byte(bytes, length(bytes) / 2, get_byte(bytes, length(bytes) / 2) # 1) where room = $1`,
    [text],
  )
  return rowCount === 1
}

/** Damages a row in the middle of what a room wrote; answers its sequence number. */
async function flipRow({ pool }: Database, { text }: LiveDocument): Promise<number> {
  await pool.query('delete from room_snapshots where room = $1', [text])
  const { rows } = await pool.query<{ seq: string }>(
    `update room_updates set bytes = set_byte(bytes, length(bytes) / 2, get_byte(bytes, length(bytes) / 2) # 1)
     where seq = (select seq from room_updates where room = $1 order by seq offset (select count(*) / 2 from room_updates where room = $1) limit 1)
     returning seq`,
    [text],
  )
  return Number(rows[0]?.seq)
}

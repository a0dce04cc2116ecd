import { z } from 'zod'
import { command } from './command.ts'

/** Which process answers, with which database. */
export const status = command({
  input: z.object({}),
  async run(_, { database, collab }) {
    return { ok: true, pid: process.pid, database: database.kind, isServing: collab !== null }
  },
})

import type { z } from 'zod'
import type { Database } from '#/db/client.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import type { HistoryReader } from '#/server/jobs/history.ts'

/** What a command works with: that of the running server, or of a script that opened the database for itself. */
export interface OperatorDeps {
  database: Database
  history: Pick<HistoryReader, 'readRooms'>
  /** Null when no server runs: nobody has anything open. */
  collab: CollabServer | null
  /** Origin people open in their browser. */
  origin: string
  /** Absolute path of the folder of the embedded database, the secret and the operator's socket. */
  dataDir: string
}

/** What the script prints: the command's answer, or a sentence for the operator. */
export type CommandAnswer<Answer> = ({ ok: true } & Answer) | { ok: false; message: string }

/** Something that whoever runs the installation may ask for at its terminal. Input and answer are plain JSON. */
export interface Command<Input, Answer> {
  input: z.ZodType<Input>
  run(input: Input, deps: OperatorDeps): Promise<CommandAnswer<Answer>>
}

/** Keeps the types of input and answer together. */
export function command<Input, Answer extends object>(it: Command<Input, Answer>): Command<Input, Answer> {
  return it
}

import { resolve } from 'node:path'
import { openDatabase } from '#/db/client.ts'
import { readEnv } from '#/server/env.ts'
import { createHistory } from '#/server/jobs/history.ts'
import { askServer } from './ask-server.ts'
import type { Command, OperatorDeps } from './command.ts'
import { type AnswerOf, COMMANDS, type CommandName, type InputOf } from './commands.ts'
import { loadSettings } from './load-settings.ts'

/**
 * Does a command for a script: the running server does it, so that people may go on working; when none runs, this process
 * opens the database for as long as it takes.
 *
 * @throws when another process holds the embedded database and does not listen; the message names it
 */
export async function runCommand<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> {
  const { dataDir } = loadSettings()
  return (await askServer(dataDir, name, input)) ?? (await withoutServer((deps) => run(name, input, deps)))
}

async function run<Name extends CommandName>(name: Name, input: InputOf<Name>, deps: OperatorDeps): Promise<AnswerOf<Name>> {
  const command = COMMANDS[name] as unknown as Command<InputOf<Name>, object>
  return (await command.run(command.input.parse(input), deps)) as AnswerOf<Name>
}

async function withoutServer<T>(work: (deps: OperatorDeps) => Promise<T>): Promise<T> {
  const env = readEnv()
  const database = await openDatabase({ url: env.databaseUrl, dataDir: `${env.dataDir}/pg` })
  const history = createHistory(database.db)
  try {
    return await work({ database, history, collab: null, origin: env.origin, dataDir: resolve(env.dataDir) })
  } finally {
    await history.stop()
    await database.close()
  }
}

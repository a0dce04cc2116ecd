import type { Command } from './command.ts'
import { copyDatabase } from './copy-database.ts'
import { docAt } from './doc-at.ts'
import { importCoded } from './import-coded.ts'
import { loadArchive } from './load-archive.ts'
import { noteBackup } from './note-backup.ts'
import { resetPassword } from './reset-password.ts'
import { status } from './status.ts'

/** Everything the operator's scripts ask for, by name. */
export const COMMANDS = {
  status,
  'copy-database': copyDatabase,
  'note-backup': noteBackup,
  'doc-at': docAt,
  'import-coded': importCoded,
  'load-archive': loadArchive,
  'reset-password': resetPassword,
}

export type CommandName = keyof typeof COMMANDS
export type InputOf<Name extends CommandName> = (typeof COMMANDS)[Name] extends Command<infer Input, infer _> ? Input : never
export type AnswerOf<Name extends CommandName> = Awaited<ReturnType<(typeof COMMANDS)[Name]['run']>>

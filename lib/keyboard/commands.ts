import type { Command } from './command.ts'
import { PAGE_COMMANDS } from './page-commands.ts'
import { READER_COMMANDS } from './reader-commands.ts'

/** Everything a key can ask for, in the order of the sheet. */
export const COMMANDS: readonly Command[] = [...READER_COMMANDS, ...PAGE_COMMANDS]

const BY_ID = new Map(COMMANDS.map((command) => [command.id, command]))

/** A command by its id; undefined when there is none, as for one that an earlier release had. */
export function findCommand(id: string): Command | undefined {
  return BY_ID.get(id)
}

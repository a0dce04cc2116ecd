import type { Chord } from './chord.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { mayHave, type OwnKeys } from './keymap.ts'

/** The commands whose keys a person can change, under their headings, in the order of the sheet. */
export function changeableCommands(): { title: string; commands: Command[] }[] {
  const changeable = COMMANDS.filter(({ isFixed }) => !isFixed)
  return [...Map.groupBy(changeable, ({ section }) => section)].map(([title, commands]) => ({ title, commands }))
}

/**
 * A person's keys after a command was given a chord; a chord it comes with is not written down, and a command that loses its chord to
 * it has none.
 *
 * @param taken the commands that had the chord
 */
export function giveKey(own: OwnKeys, command: Command, chord: Chord, taken: readonly Command[] = []): Record<string, Chord | null> {
  const next: Record<string, Chord | null> = { ...own }
  for (const { id } of taken) next[id] = null
  if (command.keys[0] === chord && command.keys.length === 1) delete next[command.id]
  else next[command.id] = chord
  return next
}

/** A person's keys with a command as it comes. */
export function resetKey(own: OwnKeys, id: string): Record<string, Chord | null> {
  const { [id]: _, ...others } = own
  return others
}

/** Whether a person's own key, or none, is in force. */
export function isOwn(own: OwnKeys, command: Command): boolean {
  const key = own[command.id]
  return key === null || (key !== undefined && mayHave(command, key).ok)
}

import { type Chord, type ChordCheck, checkChord, isSingleKey } from './chord.ts'
import type { Command, Situation } from './command.ts'
import { COMMANDS, findCommand } from './commands.ts'

/** A person's own keys, by command; null: none. */
export type OwnKeys = Readonly<Record<string, Chord | null>>

/** Which keys ask for what. */
export interface Keymap {
  /** The keys of a command, the one to show first; empty when it has none or single keys are off. */
  keysOf(id: string): readonly Chord[]
  /** The command a chord asks for in a situation. */
  find(situation: Situation, chord: Chord): string | null
}

/**
 * The keys as a person has them. A key that was chosen takes the place of all keys a command comes with; what is not known or may not be
 * chosen is passed over.
 *
 * @param singleKeys whether characters without Ctrl, Command or Alt ask for anything
 */
export function keymapOf(own: OwnKeys = {}, singleKeys = true): Keymap {
  const keys = new Map(COMMANDS.map((command) => [command.id, keysNow(command, own).filter((key) => singleKeys || !isSingleKey(key))]))
  const table = new Map<string, string>()
  // What was chosen goes before what came with the product, so that two who share a key do not both answer.
  const chosenLast = [...COMMANDS].sort((a, b) => Number(isChosen(a, own)) - Number(isChosen(b, own)))
  for (const { id, at } of chosenLast)
    for (const situation of at)
      for (const key of keys.get(id) ?? []) if (situation !== 'edit' || !isSingleKey(key)) table.set(`${situation} ${key}`, id)
  return {
    keysOf: (id) => keys.get(id) ?? [],
    find: (situation, chord) => table.get(`${situation} ${chord}`) ?? null,
  }
}

/** As the product comes. */
export const USUAL_KEYMAP: Keymap = keymapOf()

function isChosen(command: Command, own: OwnKeys): boolean {
  const key = own[command.id]
  return !command.isFixed && (key === null || (key !== undefined && mayHave(command, key).ok))
}

/** Whether a command may have a chord, and why not. */
export function mayHave(command: Command, chord: Chord): ChordCheck {
  // What is to be had everywhere may be a single key: in Edit mode it then writes.
  const typesThere = command.at.includes('edit') && !command.at.includes('other')
  return checkChord(chord, typesThere)
}

function keysNow(command: Command, own: OwnKeys): readonly Chord[] {
  if (!isChosen(command, own)) return command.keys
  const key = own[command.id]
  return key ? [key] : []
}

/** The other commands that would answer to a chord where this one does. */
export function conflictsOf(id: string, chord: Chord, own: OwnKeys): Command[] {
  const command = findCommand(id)
  if (!command) return []
  return COMMANDS.filter(
    (other) => other.id !== id && other.at.some((place) => command.at.includes(place)) && keysNow(other, own).includes(chord),
  )
}

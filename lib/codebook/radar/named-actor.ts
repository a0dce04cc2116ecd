import type { Actor } from '../codebook.ts'

/** A name under which an actor is looked for. Days are ISO 8601; null: open. */
export interface DatedName {
  name: string
  from: string | null
  until: string | null
}

/** An actor as the radar knows it. */
export interface NamedActor {
  id: string
  names: readonly DatedName[]
}

/** The names of an actor that are looked for; none of an archived one. */
export function namedActor({ id, name, aliases, state }: Pick<Actor, 'id' | 'name' | 'aliases' | 'state'>): NamedActor {
  if (state === 'archived') return { id, names: [] }
  return { id, names: [{ name, from: null, until: null }, ...aliases.map(({ name, from, until }) => ({ name, from, until }))] }
}

/** Whether a name was in use on a day. Of a document without a date, every name may be. */
export function isValidOn({ from, until }: Pick<DatedName, 'from' | 'until'>, day: string | null): boolean {
  return day === null || ((from === null || from <= day) && (until === null || day <= until))
}

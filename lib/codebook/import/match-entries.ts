import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { nameKey } from '../clean-name.ts'
import type { ImportContext, ImportPlan } from './import-plan.ts'

interface Entry {
  id: string
  name: string
  parentId: string | null
}

/** What an entry of the file is here. */
export interface Matched {
  id: string
  /** How it was found: what is only found by name keeps what the file does not say. */
  by: 'id' | 'name' | 'new'
}

/**
 * Finds what entries of a file are here: by their id, otherwise by their name. Each entry here is only one of the file's; who has a name
 * is settled in the order of the file.
 */
export class EntryMatcher<T extends Entry> {
  readonly #sort: BookSort
  readonly #context: ImportContext
  readonly #plan: Pick<ImportPlan, 'clashes'>
  readonly #live: ReadonlyMap<string, T>
  /** Id by place and name: as it is before the import, and what the import has given away. */
  readonly #names = new Map<string, string>()
  readonly #claimed = new Set<string>()

  constructor(sort: BookSort, live: readonly T[], context: ImportContext, plan: Pick<ImportPlan, 'clashes'>) {
    this.#sort = sort
    this.#context = context
    this.#plan = plan
    this.#live = new Map(live.map((entry) => [entry.id, entry]))
    for (const entry of live) this.#names.set(this.#slot(entry.name, entry.parentId), entry.id)
  }

  /** The entry with this id before the import. */
  before(id: string): T | undefined {
    return this.#live.get(id)
  }

  /** @param parentId where it stands in the file, as an id of here; actors have their names to themselves wherever they stand */
  match(given: { id: string | null; name: string }, parentId: string | null): Matched | { double: string } {
    const stands = given.id === null ? undefined : this.#context.merged[given.id]
    const standing = stands && this.#live.get(stands)
    if (standing) {
      this.#plan.clashes.push(t('“{name}” was merged into “{into}” here, and stays so.', { name: given.name, into: standing.name }))
      return { double: standing.id }
    }
    const byId = given.id !== null && this.#live.has(given.id) ? given.id : undefined
    const named = this.#names.get(this.#slot(given.name, parentId))
    const found = byId ?? named
    if (found !== undefined && this.#claimed.has(found)) {
      this.#plan.clashes.push(t('“{name}” stands in the file twice: the first is taken.', { name: given.name }))
      return { double: found }
    }
    const isFree = given.id !== null && !this.#context.takenIds.has(given.id) && !this.#claimed.has(given.id)
    const id = found ?? (isFree && given.id !== null ? given.id : this.#context.newId())
    this.#claimed.add(id)
    if (found === undefined && given.id !== null && this.#context.deletedIds.has(given.id))
      this.#plan.clashes.push(
        t('“{name}” was deleted here and is made anew: bring it back from the bin first to keep its passages.', { name: given.name }),
      )
    if (found === undefined) this.#names.set(this.#slot(given.name, parentId), id)
    return { id, by: byId ? 'id' : found ? 'name' : 'new' }
  }

  /** The name and place an entry gets: what it wants, unless another entry has that; then it keeps what it has. */
  settle(id: string, wanted: { name: string; parentId: string | null }): { name: string; parentId: string | null } {
    const before = this.#live.get(id)
    const slot = this.#slot(wanted.name, wanted.parentId)
    const holder = this.#names.get(slot)
    if (before && holder !== undefined && holder !== id) {
      this.#plan.clashes.push(this.#keepsWords(before.name, wanted.name))
      return { name: before.name, parentId: before.parentId }
    }
    if (before) this.#names.delete(this.#slot(before.name, before.parentId))
    this.#names.set(slot, id)
    return wanted
  }

  /** Id of the entry with this name, wherever it stands; of actors, of which there is one. */
  named(name: string): string | undefined {
    return this.#names.get(this.#slot(name, null))
  }

  #keepsWords(name: string, wanted: string): string {
    const isActor = this.#sort === 'actor'
    if (wanted === name)
      return isActor
        ? t('“{name}” stays where it is: an actor of that name stands where the file puts it.', { name })
        : t('“{name}” stays where it is: a theme of that name stands where the file puts it.', { name })
    return isActor
      ? t('“{name}” keeps its name: “{wanted}” is another actor.', { name, wanted })
      : t('“{name}” keeps its name: “{wanted}” is another theme.', { name, wanted })
  }

  #slot(name: string, parentId: string | null): string {
    return this.#sort === 'actor' ? nameKey(name) : `${parentId ?? ''}\0${nameKey(name)}`
  }
}

import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { Marks, type Places, placesOf } from './counting.ts'

/** By id of an actor or a theme that of the one it counts as. */
export interface CountedAs {
  actors: ReadonlyMap<string, string>
  themes: ReadonlyMap<string, string>
}

/** Reads which actors and themes, as what they count as, one statement after the other has. Each reading takes the place of the last. */
export class TagMarks {
  readonly actors: Places
  readonly themes: Places
  readonly #acting = new Marks()
  readonly #spoken = new Marks()

  constructor(numbers: IdNumbers, { actors, themes }: CountedAs) {
    this.actors = placesOf(numbers, actors)
    this.themes = placesOf(numbers, themes)
  }

  /** Who acts in a row. @param roles the bits of the roles that count */
  acting(columns: DocumentColumns, row: number, roles: number): Marks {
    return this.#acting.read(columns, columns.actorsFrom(row), columns.actorsTo(row), this.actors, roles)
  }

  /** What a row speaks on. @param stances the bits of the stances that count */
  spoken(columns: DocumentColumns, row: number, stances: number): Marks {
    return this.#spoken.read(columns, columns.actorsTo(row), columns.themesTo(row), this.themes, stances)
  }
}

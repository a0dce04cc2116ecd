import type { Actor, Codebook } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import type { ExcerptDocument } from './excerpt.ts'
import { indexThemes, type ThemeIndex } from './theme-index.ts'

/** Everything a filter may name. */
export interface FilterNames {
  codebook: Codebook
  documents: readonly ExcerptDocument[]
  /** Members, and people who wrote here before they left. */
  people: readonly { id: string; name: string }[]
}

/** The same, ready to be asked by id; what is not there was deleted. */
export interface NameBook {
  actor(id: string): Actor | undefined
  themes: ThemeIndex
  document(id: string): ExcerptDocument | undefined
  person(id: string): string
}

export function openNameBook({ codebook, documents, people }: FilterNames): NameBook {
  const actors = new Map(codebook.actors.map((actor) => [actor.id, actor]))
  const documentById = new Map(documents.map((document) => [document.id, document]))
  const personById = new Map(people.map((person) => [person.id, person.name]))
  return {
    actor: (id) => actors.get(id),
    themes: indexThemes(codebook.themes),
    document: (id) => documentById.get(id),
    person: (id) => personById.get(id) ?? t('Former member'),
  }
}

import { pathOf } from '#/lib/codebook/theme-tree.ts'
import type { ExchangeProject } from './exchange-project.ts'

/** What the ids in documents are called. Of what is in the codebook no more, that it is not. */
export interface ProjectNames {
  actor(id: string): string
  /** Slug of the actor's kind. */
  kind(id: string): string
  /** Names from the top of the tree to the theme itself; never empty. */
  themePath(id: string): string[]
  person(id: string): string
}

export function projectNames({ codebook, people }: Pick<ExchangeProject, 'codebook' | 'people'>): ProjectNames {
  const actors = new Map(codebook.actors.map((actor) => [actor.id, actor]))
  const persons = new Map(people.map(({ id, name }) => [id, name]))
  const paths = new Map(codebook.themes.map(({ id }) => [id, pathOf(codebook.themes, id).map(({ name }) => name)]))
  return {
    actor: (id) => actors.get(id)?.name ?? 'Deleted actor',
    kind: (id) => actors.get(id)?.kind ?? 'other',
    themePath: (id) => paths.get(id) ?? ['Deleted theme'],
    person: (id) => persons.get(id) ?? 'Former member',
  }
}

import { membershipsInWords } from '../actor-details.ts'
import type { CodebookDifference } from '../codebook-change.ts'
import { codebookDifference } from '../codebook-state.ts'
import type { WholeActor, WholeCodebook } from '../whole-codebook.ts'
import type { ImportPlan, ImportStep } from './import-plan.ts'

/** What an import, or its taking back, did to the codebook, as the change log keeps it. @param gone ids and slugs of what went */
export function importDifference(
  live: WholeCodebook,
  { kinds, actors, themes }: Pick<ImportPlan, 'kinds' | 'actors' | 'themes'>,
  gone: { kinds: readonly string[]; actors: readonly string[]; themes: readonly string[] } = { kinds: [], actors: [], themes: [] },
): CodebookDifference {
  const names = new Map([...live.actors, ...actors.map(({ after }) => after)].map(({ id, name }) => [id, name]))
  const logged = (actor: WholeActor) => loggedActor(actor, names)
  const before = <T>(steps: readonly ImportStep<T>[]) => steps.flatMap((step) => step.before ?? [])
  const of = <T extends { id: string }>(entries: readonly T[], ids: readonly string[]) => {
    const wanted = new Set(ids)
    return entries.filter(({ id }) => wanted.has(id))
  }
  const was = {
    actors: [...before(actors), ...of(live.actors, gone.actors)].map(logged),
    themes: [...before(themes), ...of(live.themes, gone.themes)],
    kinds: live.kinds,
  }
  const is = {
    actors: actors.map(({ after }) => logged(after)),
    themes: themes.map(({ after }) => after),
    kinds: [...live.kinds.filter(({ slug }) => !gone.kinds.includes(slug)), ...kinds],
  }
  return codebookDifference(was, is)
}

/** Details stand in the log only where there are some, memberships by name. */
function loggedActor({ memberships, externalIds, designations, ...actor }: WholeActor, names: ReadonlyMap<string, string>) {
  const said = membershipsInWords(
    memberships.map((membership) => ({ ...membership, id: '', actorId: actor.id })),
    names,
  )
  return {
    ...actor,
    ...(said.length > 0 && { memberships: said }),
    ...(externalIds.length > 0 && { externalIds }),
    ...(designations.length > 0 && { designations }),
  }
}

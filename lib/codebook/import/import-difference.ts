import type { CodebookDifference } from '../codebook-change.ts'
import { codebookDifference } from '../codebook-state.ts'
import { loggedActor } from '../logged-details.ts'
import type { WholeCodebook } from '../whole-codebook.ts'
import type { ImportPlan, ImportStep } from './import-plan.ts'

/** What an import, or its taking back, did to the codebook, as the change log keeps it. @param gone ids and slugs of what went */
export function importDifference(
  live: WholeCodebook,
  { kinds, actors, themes }: Pick<ImportPlan, 'kinds' | 'actors' | 'themes'>,
  gone: { kinds: readonly string[]; actors: readonly string[]; themes: readonly string[] } = { kinds: [], actors: [], themes: [] },
): CodebookDifference {
  const before = <T>(steps: readonly ImportStep<T>[]) => steps.flatMap((step) => step.before ?? [])
  const of = <T extends { id: string }>(entries: readonly T[], ids: readonly string[]) => {
    const wanted = new Set(ids)
    return entries.filter(({ id }) => wanted.has(id))
  }
  const was = {
    actors: [...before(actors), ...of(live.actors, gone.actors)].map(loggedActor),
    themes: [...before(themes), ...of(live.themes, gone.themes)],
    kinds: live.kinds,
  }
  const is = {
    actors: actors.map(({ after }) => loggedActor(after)),
    themes: themes.map(({ after }) => after),
    kinds: [...live.kinds.filter(({ slug }) => !gone.kinds.includes(slug)), ...kinds],
  }
  return codebookDifference(was, is)
}

import type { Book } from '#/lib/format/codebook/book.ts'
import type { WholeCodebook } from '../whole-codebook.ts'
import type { ImportContext, ImportPlan } from './import-plan.ts'
import { planActors } from './plan-actors.ts'
import { planThemes } from './plan-themes.ts'

/**
 * Works out what putting a file into a codebook does. An entry of the file is one of here when it has its id, otherwise when it
 * has its name (of themes: at its place); the first becomes what the file says, the second only gains what it lacks. Nothing is deleted.
 *
 * @param live the codebook as it is
 */
export function planImport(live: WholeCodebook, book: Book, context: ImportContext): ImportPlan {
  const plan: ImportPlan = {
    kinds: [],
    actors: [],
    themes: [],
    ids: { actor: new Map(), theme: new Map() },
    unchanged: 0,
    clashes: [],
    lost: [],
  }
  planActors(live, book, context, plan)
  planThemes(live, book, context, plan)
  return plan
}

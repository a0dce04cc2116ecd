import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { ReadyStatement } from '#/server/jobs/ready-project.ts'
import type { BookPutIn } from './put-book-in.ts'

/** The tags of a statement by ids of the codebook its file was put into. Tags of entries that were left out are left out too. */
export function tagsIn(
  { actors, themes }: Pick<ReadyStatement, 'actors' | 'themes'>,
  ids: BookPutIn['ids'],
): { actors: { actorId: string; role: ActorRole }[]; themes: { themeId: string; stance: Stance }[] } {
  return {
    actors: actors.flatMap(({ key, role }) => {
      const actorId = ids.actor.get(key)
      return actorId ? [{ actorId, role }] : []
    }),
    themes: themes.flatMap(({ key, stance }) => {
      const themeId = ids.theme.get(key)
      return themeId ? [{ themeId, stance }] : []
    }),
  }
}

import type { Annotation } from '#/lib/annotation/model.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { PlacedStatement } from '#/lib/version/history.ts'

/** The tags of a statement of the past, as the reader has those of the present. Who put each tag is not told. */
export function readTags({ actors, themes }: Pick<PlacedStatement, 'actors' | 'themes'>): Pick<Annotation, 'actors' | 'themes'> {
  return {
    actors: actors.map((tag) => {
      const [actorId, role] = parts(tag)
      return { actorId, role: role as ActorRole, by: [] }
    }),
    themes: themes.map((tag) => {
      const [themeId, stance] = parts(tag)
      return { themeId, stance: stance as Stance, by: [] }
    }),
  }
}

function parts(tag: string): [string, string] {
  const bar = tag.lastIndexOf('|')
  return [tag.slice(0, bar), tag.slice(bar + 1)]
}

import type { ActorTag, Annotation, ThemeTag } from '#/lib/annotation/model.ts'
import { parseReporters, printReporters } from '#/lib/annotation/reporters.ts'
import { type Merged, resolveId } from '#/lib/codebook/resolve-id.ts'

/**
 * A statement as it reads now that codebook entries were merged: a layer keeps tags as they were written, whoever shows or
 * counts them asks what stands for them. Tags that became the same are one, in the name of all who put them; a theme may
 * then have two stances, as when two people gave it different ones.
 *
 * @param merged of the codebook, followed to the end
 * @returns the same object when nothing of it was merged
 */
export function resolveTags(annotation: Annotation, merged: Merged): Annotation {
  const { actors, themes, facts } = annotation
  const isMerged = (id: string) => Object.hasOwn(merged, id)
  const reportedBy = facts.reportedBy === undefined ? undefined : resolveReporters(facts.reportedBy, merged)
  const isSame =
    reportedBy === facts.reportedBy && !actors.some((tag) => isMerged(tag.actorId)) && !themes.some((tag) => isMerged(tag.themeId))
  if (isSame) return annotation
  return {
    ...annotation,
    actors: joined(
      actors.map((tag) => ({ ...tag, actorId: resolveId(merged, tag.actorId) })),
      ({ actorId, role }) => `${actorId}|${role}`,
    ),
    themes: joined(
      themes.map((tag) => ({ ...tag, themeId: resolveId(merged, tag.themeId) })),
      ({ themeId, stance }) => `${themeId}|${stance}`,
    ),
    facts: reportedBy === undefined ? facts : { ...facts, reportedBy },
  }
}

function joined<T extends ActorTag | ThemeTag>(tags: T[], keyOf: (tag: T) => string): T[] {
  const all = new Map<string, T>()
  for (const tag of tags) {
    const known = all.get(keyOf(tag))
    all.set(keyOf(tag), known ? { ...known, by: [...new Set([...known.by, ...tag.by])] } : tag)
  }
  return [...all.values()]
}

/** An actor that reports itself after a merge is one link of the chain. */
function resolveReporters(text: string, merged: Merged): string {
  const chain = parseReporters(text)
  if (!chain?.some((link) => 'actor' in link && Object.hasOwn(merged, link.actor))) return text
  const resolved = chain.map((link) => ('actor' in link ? { actor: resolveId(merged, link.actor) } : link))
  return printReporters(
    resolved.filter((link, at) => {
      const before = resolved[at - 1]
      return !('actor' in link && before && 'actor' in before && before.actor === link.actor)
    }),
  )
}

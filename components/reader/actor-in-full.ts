import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookView } from './codebook-view.ts'

/** Other names that are told; more would cover the page. */
const NAMES = 6

/** What there is to know of an actor besides the name, in lines: kind, what it is part of, other names. Empty for one that is gone. */
export function actorInFull(codebook: CodebookView, id: string, kinds: readonly ActorKind[]): string {
  const actor = codebook.actor(id)
  if (!actor) return ''
  const path = codebook.path('actor', actor.id)
  const names = actor.aliases.slice(0, NAMES).map(({ name }) => name)
  return [
    kinds.find(({ slug }) => slug === actor.kind)?.name,
    path.length > 0 && t('Part of {path}', { path: path.join(' › ') }),
    names.length > 0 && t('Also {names}', { names: names.join(', ') }),
  ]
    .filter(Boolean)
    .join('\n')
}

import { t } from '#/lib/message/t.ts'
import type { ActorKind } from './actor-kinds.ts'
import { aliasesProblem } from './check-alias.ts'
import type { EntryProblem } from './check-entry.ts'
import type { ActorChange } from './input.ts'

/** Checks what only actors have, before it is written; undefined when all is well. What is absent is not looked at. */
export function actorProblem({ kind, aliases = [] }: ActorChange, kinds: readonly ActorKind[]): EntryProblem | undefined {
  if (kind !== undefined && !kinds.some(({ slug }) => slug === kind))
    return { field: 'kind', reason: t('This kind was deleted meanwhile. Choose another.') }
  const reason = aliasesProblem(aliases)
  return reason === undefined ? undefined : { field: 'aliases', reason }
}

import { replaceAliases } from '#/db/queries/actors.ts'
import type { Scope } from '#/db/scope.ts'
import { aliasProblem } from '#/lib/codebook/check-alias.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { ActorAlias } from '#/lib/codebook/codebook.ts'
import type { NewAlias } from '#/lib/codebook/input.ts'
import { languageTag } from '#/lib/codebook/language-tag.ts'
import { settlePreferred } from '#/lib/codebook/preferred-names.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editActor } from './edit-actor.ts'

/** The most other names an actor may have. */
const ALIASES_LIMIT = 200

/**
 * Gives an actor one more name, or changes one it has (`alias.id`). Preferred, it takes the place of the name preferred in its language
 * before. Others' changes to other names of the actor stay.
 */
export async function saveAlias(scope: Scope, actorId: string, alias: NewAlias, deps: CodebookDeps) {
  return editActor(scope, actorId, deps, async (tx, actor) => {
    const was = actor.aliases.find(({ id }) => id === alias.id)
    if (alias.id !== undefined && !was) return { ok: false, reason: t('This name was removed meanwhile.') }
    const problem = aliasProblem(alias, actor)
    if (problem) return problem
    if (!was && actor.aliases.length >= ALIASES_LIMIT)
      return { ok: false, field: 'name', reason: t('An actor has at most {aliaseslimit} names.', { aliaseslimit: ALIASES_LIMIT }) }
    const { language = 'und', preferred = false, from = null, until = null } = alias
    const saved: ActorAlias = {
      id: was?.id ?? newId(),
      name: cleanName(alias.name),
      language: languageTag(language) ?? 'und',
      preferred,
      from,
      until,
    }
    const aliases = was ? actor.aliases.map((other) => (other === was ? saved : other)) : [...actor.aliases, saved]
    const settled = settlePreferred(aliases, saved.id)
    await replaceAliases(tx, scope, actorId, settled)
    return { ok: true, was: { [actorId]: { aliases: actor.aliases } }, is: { [actorId]: { aliases: settled } } }
  })
}

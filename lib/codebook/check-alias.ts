import { t } from '#/lib/message/t.ts'
import type { DetailProblem } from './check-details.ts'
import { cleanName, NAME_LIMIT, nameKey } from './clean-name.ts'
import type { Actor } from './codebook.ts'
import type { NewAlias } from './input.ts'
import { languageTag } from './language-tag.ts'
import { validityProblem } from './validity.ts'

/** What is wrong with a name an actor is about to get, beside its others; undefined when nothing is. */
export function aliasProblem(alias: NewAlias, { name, aliases }: Pick<Actor, 'name' | 'aliases'>): DetailProblem | undefined {
  const typed = cleanName(alias.name)
  if (!typed) return { ok: false, field: 'name', reason: t('Type the name.') }
  if (typed.length > NAME_LIMIT)
    return {
      ok: false,
      field: 'name',
      reason: t('Shorten the name to {limit} characters; it has {length}.', { limit: NAME_LIMIT, length: typed.length }),
    }
  const others = [name, ...aliases.filter((other) => other.id !== alias.id).map((other) => other.name)]
  if (others.some((other) => nameKey(other) === nameKey(typed)))
    return { ok: false, field: 'name', reason: t('The actor has this name already.') }
  return factsProblem(alias)
}

/** What is wrong with languages and dates of a whole list of other names; undefined when nothing is. */
export function aliasesProblem(aliases: readonly NewAlias[]): string | undefined {
  for (const alias of aliases) {
    const problem = factsProblem(alias)
    if (problem) return `${cleanName(alias.name)}: ${problem.reason}`
  }
  return undefined
}

function factsProblem({ language = 'und', from = null, until = null }: NewAlias): DetailProblem | undefined {
  if (languageTag(language) === null) return { ok: false, field: 'language', reason: t('A language is a code such as ar, ru or zh-Hant.') }
  const dates = validityProblem({ from, until })
  return dates ? { ok: false, field: 'dates', reason: dates } : undefined
}

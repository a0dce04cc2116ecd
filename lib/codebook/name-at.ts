import type { Actor, ActorAlias } from './codebook.ts'
import { baseLanguage } from './language-tag.ts'
import { scriptOfName } from './script-of-name.ts'
import { heldOn } from './validity.ts'

interface When {
  /** "YYYY-MM-DD", the day the document was published; null when it is not known. */
  day: string | null
  /** The language to name it in, BCP 47; absent: as the main name is. */
  language?: string
}

/**
 * What an actor is called in a document of a day. The main name is the name of today; on the days of a former name (one that has a
 * last day) the former name stands in its place, so that a mention of 2015 is reported under the name of 2015. In a language, the name
 * preferred there is taken when it held on that day. Of several former names: one in the language asked for, then one in the script of
 * the main name, then one preferred in its language, then the first.
 */
export function nameAt(actor: Pick<Actor, 'name' | 'aliases'>, { day, language }: When): string {
  const former = day === null ? [] : actor.aliases.filter((alias) => alias.until !== null && heldOn(alias, day))
  if (former.length > 0) return best(former, actor.name, language).name
  return preferredIn(actor, { day, language })?.name ?? actor.name
}

function preferredIn({ aliases }: Pick<Actor, 'aliases'>, { day, language }: When): ActorAlias | undefined {
  if (!language || language === 'und') return undefined
  const held = aliases.filter((alias) => alias.preferred && (day === null ? alias.until === null : heldOn(alias, day)))
  return held.find((alias) => alias.language === language) ?? held.find((alias) => baseLanguage(alias.language) === baseLanguage(language))
}

function best(former: readonly ActorAlias[], main: string, language: string | undefined): ActorAlias {
  const script = scriptOfName(main)
  const asked = language && language !== 'und' ? baseLanguage(language) : null
  const worth = (alias: ActorAlias): number =>
    (baseLanguage(alias.language) === asked ? 4 : 0) + (scriptOfName(alias.name) === script ? 2 : 0) + (alias.preferred ? 1 : 0)
  return former.reduce((chosen, alias) => (worth(alias) > worth(chosen) ? alias : chosen))
}

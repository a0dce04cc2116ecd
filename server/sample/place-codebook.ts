import { SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'
import { cleanAliases } from '#/lib/codebook/clean-name.ts'
import type { Actor, Codebook, Theme } from '#/lib/codebook/codebook.ts'
import type { NewAlias } from '#/lib/codebook/input.ts'
import type { ReadyTheme } from '#/lib/codebook/ready-made/ready-made.ts'
import { type NameScript, scriptOfName } from '#/lib/codebook/script-of-name.ts'
import { newId } from '#/lib/id.ts'
import type { SampleActor } from './sample-data.ts'

/**
 * The sample's actors and themes with ids, parents before their children.
 * @throws when a parent is not among the actors before it, or two entries share a name
 */
export function placeCodebook(sampleActors: readonly SampleActor[], sampleThemes: readonly ReadyTheme[]): Codebook {
  const actors: Actor[] = []
  for (const { name, kind, parent, description = '', aliases } of sampleActors) {
    if (actors.some((actor) => actor.name === name)) throw new Error(`Two sample actors are named ${name}`)
    const parentId = parent === undefined ? null : idOf(actors, parent)
    actors.push({
      id: newId(),
      name,
      kind,
      parentId,
      description,
      aliases: cleanAliases(inLanguages(aliases), name),
      hue: null,
      state: 'live',
    })
  }
  const themes: Theme[] = []
  const place = (level: readonly ReadyTheme[], parentId: string | null): void => {
    for (const [position, { name, definition, include = '', exclude = '', hue = null, children = [] }] of level.entries()) {
      if (themes.some((theme) => theme.name === name)) throw new Error(`Two sample themes are named ${name}`)
      const id = newId()
      themes.push({ id, name, parentId, definition, include, exclude, examples: [], hotkey: null, hue, position, state: 'live' })
      place(children, id)
    }
  }
  place(sampleThemes, null)
  return { version: 0, kinds: [...SHIPPED_KINDS], actors, themes, merged: {} }
}

const LANGUAGE_OF_SCRIPT: Partial<Record<NameScript, string>> = { Latn: 'en', Cyrl: 'ru', Arab: 'ar' }

/** Names with the language of their script; the first one in Russian and in Arabic is the one preferred there. */
function inLanguages(names: SampleActor['aliases']): NewAlias[] {
  return names.map((given) => {
    const alias = typeof given === 'string' ? { name: given } : given
    const script = scriptOfName(alias.name)
    const language = (script && LANGUAGE_OF_SCRIPT[script]) ?? 'und'
    return { ...alias, language, preferred: language !== 'en' }
  })
}

/** The id of the entry of this name. @throws when there is none */
export function idOf(entries: readonly { id: string; name: string }[], name: string): string {
  const entry = entries.find((candidate) => candidate.name === name)
  if (!entry) throw new Error(`The sample has no entry named ${name}`)
  return entry.id
}

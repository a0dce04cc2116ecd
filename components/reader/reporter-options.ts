import { nameOf, REPORTER_LENGTH, type Reporter } from '#/lib/annotation/reporters.ts'
import { matchNames } from '#/lib/codebook/match-names.ts'
import { nameFold } from '#/lib/codebook/name-fold.ts'
import type { CodebookView } from './codebook-view.ts'

/** Actors offered at once. */
const SHOWN = 5

/** Who may be meant by what was typed: actors of the codebook that it matches, and last the words themselves as a name. */
export function reporterOptions(typed: string, codebook: CodebookView, chain: readonly Reporter[]): Reporter[] {
  const name = nameOf(typed, REPORTER_LENGTH)
  if (name === '') return []
  const taken = new Set(chain.map((link) => ('actor' in link ? link.actor : '')))
  const actors = matchNames(codebook.names, name)
    .filter(({ kind, id }) => kind === 'actor' && !taken.has(id))
    .slice(0, SHOWN)
  return [...actors.map(({ id }) => ({ actor: id })), { name }]
}

/** What typed words mean when nothing was chosen: the actor of just that name, or a name. */
export function reporterMeant(typed: string, codebook: CodebookView, chain: readonly Reporter[]): Reporter | undefined {
  const options = reporterOptions(typed, codebook, chain)
  const wanted = nameFold(typed)
  const isMeant = (link: Reporter) =>
    'actor' in link && matchNames(codebook.names, typed).some(({ id, name }) => id === link.actor && nameFold(name) === wanted)
  return options.find(isMeant) ?? options.at(-1)
}

/** The chain with one link moved by one place, if it can be. */
export function movedLink(chain: readonly Reporter[], index: number, by: 1 | -1): Reporter[] {
  const to = index + by
  if (to < 0 || to >= chain.length) return [...chain]
  return chain.with(to, chain[index]!).with(index, chain[to]!)
}

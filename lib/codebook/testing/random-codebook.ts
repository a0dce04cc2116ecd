import type { Rng } from '#/lib/text/testing/rng.ts'
import { GLYPHS, SHIPPED_KINDS } from '../actor-kinds.ts'
import { nameKey } from '../clean-name.ts'
import type { Theme } from '../codebook.ts'
import { freeHue } from '../theme-hue.ts'
import type { WholeActor, WholeCodebook } from '../whole-codebook.ts'

/** Names that trip readers: separators, escapes, formulas, directions, marks of formats. */
const WORDS = [
  'HTS',
  'هيئة تحرير الشام',
  'Хайят',
  'a > b',
  'x; y',
  'p | q',
  '\\n',
  'back\\slash',
  '=SUM(A1)',
  "'-5",
  '"quoted"',
  '<Code>',
  '&amp;',
  '😀',
  "O'Neill",
  'ends in ]',
  '--- Interline ---',
  '1',
  'actor',
] as const
const TEXTS = [
  '',
  'One line.',
  'Two\nlines; with | signs > and "quotes"',
  '--- Interline ---\nKind: no',
  '=1+1',
  'Include: not a rule',
  '  indented\n\nafter a gap'.trim(),
  '\\n is no line end',
  'هذا نص',
] as const
const DAYS = ['2011-03-15', '2016-07-28', '2017-01-28', '2024-12-08'] as const
const LANGUAGES = ['und', 'en', 'ar', 'ru', 'ar-Latn', 'zh-Hant-TW'] as const

/** A codebook in which everything that can be said is said somewhere. Ids are made by `makeId`. */
export function randomCodebook(rng: Rng, makeId: () => string): WholeCodebook {
  const own = { slug: 'rebel-council', name: 'Rebel council', glyph: rng.pick(GLYPHS) }
  const kinds = [...SHIPPED_KINDS, own]
  const actors: WholeActor[] = []
  const names = new NameMaker(rng)
  for (let n = rng.int(0, 12); n > 0; n--)
    actors.push(
      randomActor(
        rng,
        makeId,
        names,
        actors,
        kinds.map((kind) => kind.slug),
      ),
    )
  for (const actor of actors) actor.memberships = randomMemberships(rng, actor, actors)
  return { version: rng.int(0, 900), kinds, actors: inTree(actors), themes: randomThemes(rng, makeId, actors.length === 0 ? 1 : 0) }
}

class NameMaker {
  readonly #rng: Rng
  readonly #used = new Set<string>()
  constructor(rng: Rng) {
    this.#rng = rng
  }
  next(): string {
    for (let n = 0; ; n++) {
      const word = this.#rng.pick(WORDS)
      const name = n === 0 ? word : `${word} ${n}`
      if (this.#used.has(nameKey(name))) continue
      this.#used.add(nameKey(name))
      return name
    }
  }
}

function randomActor(
  rng: Rng,
  makeId: () => string,
  names: NameMaker,
  others: readonly WholeActor[],
  kinds: readonly string[],
): WholeActor {
  const aliasNames = new NameMaker(rng)
  const name = names.next()
  const preferred = new Set<string>()
  const aliases = Array.from({ length: rng.int(0, 4) }, () => aliasNames.next())
    .filter((alias) => nameKey(alias) !== nameKey(name))
    .map((alias) => {
      const language = rng.pick(LANGUAGES)
      const isPreferred = rng.chance(0.3) && !preferred.has(language)
      if (isPreferred) preferred.add(language)
      return { id: makeId(), name: alias, language, preferred: isPreferred, ...randomDays(rng) }
    })
  const designations = Array.from({ length: rng.int(0, 2) }, (_, at) => ({
    label: `${rng.pick(WORDS)} ${at}`,
    issuer: rng.pick(['', 'US Department of State', 'x | y; z']),
    ...randomDays(rng),
    source: rng.pick(['', 'https://example.org/a?b=c;d|e', 'note > 3']),
  }))
  return {
    id: makeId(),
    name,
    kind: rng.pick(kinds),
    parentId: others.length > 0 && rng.chance(0.5) ? rng.pick(others).id : null,
    description: rng.pick(TEXTS),
    aliases,
    hue: rng.chance(0.3) ? rng.int(1, 12) : null,
    state: rng.chance(0.2) ? 'archived' : 'live',
    memberships: [],
    externalIds: rng.chance(0.4)
      ? [
          { scheme: 'wikidata', value: `Q${rng.int(1, 99)}` },
          { scheme: 'own: list', value: 'a|b;c' },
        ]
      : [],
    designations,
  }
}

function randomMemberships(rng: Rng, actor: WholeActor, actors: readonly WholeActor[]): WholeActor['memberships'] {
  // Later ones only, so that no group belongs to its members.
  const groups = actors.slice(actors.indexOf(actor) + 1).filter(() => rng.chance(0.2))
  return groups.map(({ id }) => ({ groupId: id, ...randomDays(rng), note: rng.pick(['', 'as observer', 'from the start; | later']) }))
}

function randomThemes(rng: Rng, makeId: () => string, least: number): Theme[] {
  const themes: Theme[] = []
  const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const siblings = new Map<string | null, NameMaker>()
  for (let n = rng.int(least, 12); n > 0; n--) {
    const parentId = themes.length > 0 && rng.chance(0.6) ? rng.pick(themes).id : null
    const names = siblings.get(parentId) ?? new NameMaker(rng)
    siblings.set(parentId, names)
    const above = themes.filter((theme) => theme.parentId === parentId)
    themes.push({
      id: makeId(),
      name: names.next(),
      parentId,
      definition: rng.pick(TEXTS),
      include: rng.pick(TEXTS),
      exclude: rng.pick(TEXTS),
      examples: rng.chance(0.4) ? [...new Set([rng.pick(TEXTS), rng.pick(TEXTS)])].filter(Boolean) : [],
      hotkey: rng.chance(0.2) ? (keys.shift() ?? null) : null,
      hue: parentId === null ? freeHue(above.map((theme) => theme.hue)) : rng.chance(0.2) ? rng.int(1, 12) : null,
      position: above.length,
      state: rng.chance(0.2) ? 'archived' : 'live',
    })
  }
  return inTree(themes)
}

function randomDays(rng: Rng): { from: string | null; until: string | null } {
  const at = rng.int(0, DAYS.length - 1)
  return { from: rng.chance(0.4) ? DAYS[at]! : null, until: rng.chance(0.3) ? DAYS[rng.int(at, DAYS.length - 1)]! : null }
}

/** Parents before what is below them, as files list them. */
function inTree<T extends { id: string; parentId: string | null }>(items: readonly T[]): T[] {
  const below = (parentId: string | null): T[] =>
    items.filter((item) => item.parentId === parentId).flatMap((item) => [item, ...below(item.id)])
  return below(null)
}

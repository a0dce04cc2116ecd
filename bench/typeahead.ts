// What a key in the tag popover costs over 20,000 actors with five names and 2,000 themes: finding, choosing and grouping what is shown; and a peer.
import fuzzysort from 'fuzzysort'
import { CodebookView } from '#/components/reader/codebook-view.ts'
import { popoverOptions, SHOWN } from '#/components/reader/popover-options.ts'
import { EMPTY_DRAFT } from '#/components/reader/tag-draft.ts'
import { SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import { type Figure, median, percentile } from './figure.ts'
import { inventedNames } from './radar/invented-names.ts'

const ACTORS = 20_000
const OTHER_NAMES = 4
const THEMES = 2_000
/** Every so manieth actor is looked for, typed letter by letter. */
const EVERY = 400
/** Letters typed of a name at most. */
const LETTERS = 8
const REBUILDS = 5

export async function run(): Promise<Figure[]> {
  const book = inventedCodebook()
  const names = book.actors.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)])
  const queries = book.actors.filter((_, at) => at % EVERY === 0).flatMap(({ name }) => typedLetters(name))
  const first = timed(() => new CodebookView(book).names)
  const rebuilds = Array.from({ length: REBUILDS }, () => timed(() => new CodebookView(book).names).took)
  const view = new CodebookView(book)
  const recent = book.actors.slice(0, 12).map(({ id }) => ({ kind: 'actor' as const, id }))
  const sources = { codebook: view, named: [], recent, mayCreate: true, shown: { actor: SHOWN, theme: SHOWN } }
  const type = (query: string) => popoverOptions({ ...EMPTY_DRAFT, query }, sources)
  for (const query of queries.slice(0, 20)) type(query)
  const keys = queries.map((query) => timed(() => type(query)).took)
  const prepared = [...names, ...book.themes.map(({ name }) => name)].map((name) => fuzzysort.prepare(name))
  const peer = queries.map((query) => timed(() => fuzzysort.go(query, prepared, { limit: 2 * SHOWN })).took)
  const worst = queries[keys.indexOf(Math.max(...keys))]
  console.log(`${names.length} names of ${ACTORS} actors and ${THEMES} themes, ${queries.length} keys; the slowest was “${worst}”`)
  console.log(`a key: median ${median(keys).toFixed(1)} ms, p95 ${percentile(keys, 0.95).toFixed(1)}, most ${Math.max(...keys).toFixed(1)}`)
  console.log(
    `fuzzysort (no other scripts' marks, no words in any order): median ${median(peer).toFixed(1)} ms, p95 ${percentile(peer, 0.95).toFixed(1)}`,
  )
  return [
    ms('typeahead-key-p95', 16, percentile(keys, 0.95)),
    ms('typeahead-key-slowest', 33, Math.max(...keys)),
    ms('typeahead-index-first', 500, first.took),
    ms('typeahead-index-after-change', 150, median(rebuilds)),
    {
      name: 'typeahead-key-to-fuzzysort',
      value: percentile(keys, 0.95) / percentile(peer, 0.95),
      unit: 'ratio',
      goal: { bound: '<=', value: 1 },
    },
  ]
}

const ms = (name: string, goal: number, value: number): Figure => ({ name, value, unit: 'ms', goal: { bound: '<=', value: goal } })

/** "k", "ka", "kar" ... */
function typedLetters(name: string): string[] {
  const letters = [...name].slice(0, LETTERS)
  return letters.map((_, at) => letters.slice(0, at + 1).join('')).filter((typed) => typed.trim() === typed)
}

function inventedCodebook(): CountedCodebook {
  const invented = inventedNames(ACTORS, OTHER_NAMES, 0).actors
  const plain = { parentId: null, description: '', hue: null, state: 'live' as const }
  const actors = invented.map(({ id, names }, at): Actor => {
    const [name, ...others] = names.map((one) => one.name)
    const aliases = others.map((other, n) => ({
      id: `${id}-${n}`,
      name: other,
      language: 'und',
      preferred: false,
      from: null,
      until: null,
    }))
    return { ...plain, id, name: name ?? '', kind: 'other', aliases, parentId: at % 3 === 0 ? null : `actor-${at - (at % 3)}` }
  })
  const rules = { definition: '', include: '', exclude: '', examples: [], hotkey: null }
  const themes = invented.slice(0, THEMES).map(({ names }, at): Theme => {
    const parentId = at % 10 === 0 ? null : `theme-${at - (at % 10)}`
    return { id: `theme-${at}`, name: names[1]?.name ?? '', ...rules, parentId, hue: null, position: at, state: 'live' }
  })
  const actorUses = Object.fromEntries(
    actors.map(({ id }, at) => [id, { statements: at % 97, documents: 1, source: at % 97, recipient: 0, mentioned: 0 }]),
  )
  const counts = { actorUses, themeUses: {}, statementsWithActors: 0, statementsWithThemes: 0, memoed: [] }
  return { version: 1, kinds: [...SHIPPED_KINDS], merged: {}, actors, themes, ...counts }
}

/** Work and what it took of a processor, ms: the time that other programs took meanwhile does not count. */
function timed<T>(work: () => T): { result: T; took: number } {
  const start = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(start)
  return { result, took: (user + system) / 1000 }
}

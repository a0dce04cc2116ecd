import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { printAddress, QUERY_PARAM, readAddress } from '#/lib/query/address.ts'
import { plus } from '#/lib/query/facet-keys.ts'
import { parseQuery } from '#/lib/query/parse.ts'
import { printQuery } from '#/lib/query/print.ts'
import type { Query } from '#/lib/query/query.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'

/** What the page of analysis can be set to, by address parameter; the first value is the usual one, and left out of addresses. */
export const VIEW_CHOICES = {
  /** What the matrix counts: actors by themes, or themes by themes. */
  matrix: ['actors', 'themes'],
  /** The role in which actors are counted by theme. */
  role: ['source', 'any', ...ROLES_IN_STATEMENT.slice(1)],
  /** The stance towards a theme that is counted. */
  stance: ['any', ...STANCES],
  /** Actors on their own, or all under the one at the top. */
  rows: ['actor', 'parent'],
  /** Themes on their own, or whole branches. */
  columns: ['theme', 'branch'],
  /** How near two themes have to be to count as together. */
  within: ['statement', 'sentence', 'paragraph', 'document'],
  /** Who addresses whom, or the networks of Leifeld: who takes the same stances, and who takes opposite ones. */
  network: ['addresses', 'agreement', 'conflict'],
  /** How often a stance counts that somebody takes more than once. */
  weight: ['once', 'document', 'statement'],
  /** What a tie is divided by; see `agreement.ts`. */
  norm: ['no', 'average', 'jaccard', 'cosine'],
  /** How many ties of a network are drawn, the strongest. */
  ties: ['30', '60', '120', '300'],
  dates: ['published', 'happened'],
  /** How long a bar of the timeline is; `fit`: so that they can be told apart. */
  period: ['fit', 'day', 'week', 'month', 'quarter', 'year'],
} as const

type Choices = typeof VIEW_CHOICES
export type ViewSettings = { -readonly [Name in keyof Choices]: Choices[Name][number] }

/** The pictures of the page. */
export const PANES = ['matrix', 'network', 'timeline'] as const
export type Pane = (typeof PANES)[number]

/** All that the address of the analysis page says. */
export interface AnalysisView extends ViewSettings {
  query: Query
  /** What was chosen in one of the pictures: the others show only that. `query` holds beside the one of the page. */
  pick: { pane: Pane; query: Query } | null
}

/** Reads the page's address parameters. Never throws: what is not understood is as usual; parameters of the query are listed. */
export function parseView(params: URLSearchParams): AnalysisView & { ignored: string[] } {
  const settings = Object.fromEntries(
    Object.entries(VIEW_CHOICES).map(([name, values]) => [name, values.find((value) => value === params.get(name)) ?? values[0]]),
  ) as ViewSettings
  return { ...readAddress(asksOnly(params)), ...settings, pick: readPick(params) }
}

/** The address parameters of a view; what is usual is left out. `parseView` reads them back. */
export function printView({ query, pick, ...settings }: AnalysisView): URLSearchParams {
  const params = printAddress(query)
  for (const [name, values] of Object.entries(VIEW_CHOICES)) {
    const value = settings[name as keyof ViewSettings]
    if (value !== values[0]) params.set(name, value)
  }
  if (pick) {
    params.set('in', pick.pane)
    params.set('pick', printQuery(pick.query, IDS_ONLY))
  }
  return params
}

/** What one picture shows: all that is asked, less what was chosen in the picture itself. */
export function askedIn({ query, pick }: Pick<AnalysisView, 'query' | 'pick'>, pane: Pane): Query {
  return pick && pick.pane !== pane ? plus(query, pick.query) : query
}

/** Single parameters of old addresses of excerpts were never ones of this page, and some have the names of its settings. */
function asksOnly(params: URLSearchParams): URLSearchParams {
  const text = params.get(QUERY_PARAM)
  return new URLSearchParams(text === null ? [] : [[QUERY_PARAM, text]])
}

function readPick(params: URLSearchParams): AnalysisView['pick'] {
  const pane = PANES.find((name) => name === params.get('in'))
  const text = params.get('pick')
  const parsed = pane && text ? parseQuery(text, IDS_ONLY) : null
  return pane && parsed?.ok ? { pane, query: parsed.query } : null
}

import { STATUSES, type Status } from '#/lib/annotation/facts.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookView } from './codebook-view.ts'
import { MOST_HUES, personHue } from './mark-hue.ts'
import { statementHues } from './statement-words.ts'

/** What the colours of marks, bars and cards stand for. */
export const COLOUR_BYS = ['theme', 'actor', 'tagger', 'status'] as const
export type ColourBy = (typeof COLOUR_BYS)[number]

/** One colour of the legend. */
export interface LegendEntry {
  /** See mark-hue.ts; 0 is neutral. */
  hue: number
  name: string
  /** Statements in this colour. */
  count: number
}

/** The colours of the open document's statements. */
export interface Colouring {
  by: ColourBy
  /** One or two hues of a statement. */
  huesOf: (annotation: Annotation) => number[]
  /** What each colour stands for, in the order of use; empty for themes, which the codebook shows. */
  legend: readonly LegendEntry[]
}

/** What colours go by besides the statements themselves. */
export interface ColourSources {
  codebook: CodebookView
  /** Name and person colour (1 to 8) of a user. */
  person: (id: string) => { name: string; colour: number }
}

/** Hues that tell the statuses apart in both themes; the words in the legend tell them to everybody. */
const STATUS_HUES: Record<Status, number> = { asserted: 3, negated: 2, planned: 1, hypothetical: 4, historical: 12 }

/** Colours by theme: those of the codebook, two for a statement with two themes. */
export function colourByTheme(codebook: CodebookView): Colouring {
  return { by: 'theme', huesOf: (annotation) => statementHues(annotation, codebook), legend: [] }
}

/**
 * Colours by what was chosen. Whoever comes later in time gets a later colour, so a new statement never recolours others.
 * @param annotations all statements of the document, in any order
 */
export function colourBy(by: ColourBy, annotations: readonly Annotation[], sources: ColourSources): Colouring {
  if (by === 'theme') return colourByTheme(sources.codebook)
  const keyOf = KEYS[by]
  const counts = new Map<string, number>()
  for (const annotation of annotations.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))) {
    const key = keyOf(annotation)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const keys = [...counts.keys()].filter((key) => key !== '')
  const hues = by === 'actor' ? actorHues(keys, sources.codebook) : new Map(keys.map((key) => [key, hueOf(by, key, sources)]))
  const shown = by === 'status' ? STATUSES.filter((status) => counts.has(status)) : keys
  const legend = shown
    .filter((key) => hues.get(key))
    .map((key) => ({ hue: hues.get(key)!, name: nameOf(by, key, sources), count: counts.get(key)! }))
  const neutral = annotations.length - legend.reduce((sum, { count }) => sum + count, 0)
  if (neutral > 0) legend.push({ hue: 0, name: NEUTRAL_NAMES[by], count: neutral })
  return { by, huesOf: (annotation) => [hues.get(keyOf(annotation)) ?? 0], legend }
}

type Keyed = Exclude<ColourBy, 'theme'>

/** What decides the colour of a statement; the empty text: nothing does. */
const KEYS: Record<Keyed, (annotation: Annotation) => string> = {
  actor: ({ actors }) => (actors.find(({ role }) => role === 'source') ?? actors[0])?.actorId ?? '',
  tagger: ({ by }) => by,
  status: ({ facts }) => STATUSES.find((status) => status === facts.status) ?? '',
}

const NEUTRAL_NAMES: Record<Keyed, string> = {
  get actor() {
    return t('Other or no actor')
  },
  get tagger() {
    return t('Nobody')
  },
  get status() {
    return t('No status')
  },
}

/** Their own colours where they have some; the others take what is left, first come, first served. */
function actorHues(actorIds: readonly string[], codebook: CodebookView): Map<string, number> {
  const hues = new Map(actorIds.map((id) => [id, codebook.actor(id)?.hue ?? 0]))
  const taken = new Set(hues.values())
  const free = Array.from({ length: MOST_HUES }, (_, i) => i + 1).filter((hue) => !taken.has(hue))
  for (const id of actorIds) if (!hues.get(id)) hues.set(id, free.shift() ?? 0)
  return hues
}

function hueOf(by: Keyed, key: string, { person }: ColourSources): number {
  return by === 'tagger' ? personHue(person(key).colour) : STATUS_HUES[key as Status]
}

function nameOf(by: Keyed, key: string, { codebook, person }: ColourSources): string {
  if (by === 'actor') return codebook.actorName(key)
  return by === 'tagger' ? person(key).name : key.replace(/^./, (letter) => letter.toUpperCase())
}

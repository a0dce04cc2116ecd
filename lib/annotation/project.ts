import type * as Y from 'yjs'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { captureQuote } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { NO_ORIGINAL_WORDS, type OriginalWords } from '#/lib/anchor/original-words.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { snapPlacement } from '#/lib/anchor/snap.ts'
import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import { type Facts, parseFacts } from '#/lib/annotation/facts.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import type { Annotation, IdRun, Placement, ThemeTag } from '#/lib/annotation/model.ts'
import { resolveTags } from '#/lib/annotation/resolve-tags.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import type { ExcerptPassage } from '#/lib/excerpt/passage.ts'
import { ALIAS_NAME, canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'

/** An annotation resolved to words, in the shape of a row of the excerpts table. */
export interface ProjectedExcerpt extends ExcerptPassage {
  annotationId: string
  by: string
  /** The writers' clocks, held between `EARLIEST` and the time of projection. */
  createdAt: Date
  modifiedAt: Date
  /** Share of the tagged characters still alive, 0 to 1. */
  survival: number
  actors: { actorId: string; role: ActorRole }[]
  /** As `settleThemes` leaves them. */
  themes: { themeId: string; stance: Stance }[]
  facts: Facts
  /** Ids of those who marked it as important. */
  importantTo: string[]
}

/** No clock before this is believed: 1 January 2000 UTC, in ms since 1970. */
export const EARLIEST = Date.UTC(2000, 0, 1)

export interface ProjectOptions {
  /** ms since 1970, which no time exceeds; the present when absent. */
  now?: number
  /** What the source said where a passage's words came from (see lib/anchor/original-words.ts); nothing when absent. */
  originalWords?: (runs: readonly IdRun[]) => OriginalWords
  /** Of the codebook: tags of merged entries are read as tags of what stands for them. */
  merged?: Merged
}

/**
 * Resolves every annotation of a layer against its text: a pure function of the two and the options. Annotations whose text
 * has not arrived are left out.
 */
export function projectLayer(
  text: Y.Doc,
  layer: Y.Doc,
  { now = Date.now(), originalWords = () => NO_ORIGINAL_WORDS, merged = {} }: ProjectOptions = {},
): { text: string; excerpts: ProjectedExcerpt[] } {
  const flat = text.getText(TEXT_NAME)
  // Postgres keeps no NUL; the replacement has the same length in every unit.
  const canonical = canonicalText(flat).replaceAll('\0', '\ufffd')
  const index = buildIdIndex(flat)
  const aliases = liveAliases(text.getMap(ALIAS_NAME))
  const toPoint = codePointOffsets(canonical)
  const words = (from: number, to: number) => canonical.slice(from, to)
  const excerpts: ProjectedExcerpt[] = []
  for (const written of readAnnotations(layer)) {
    const annotation = resolveTags(written, merged)
    const placement = snapPlacement(words, resolveRuns(index, annotation.runs, aliases))
    if (placement.state === 'pending') continue
    excerpts.push({ ...common(annotation, now), ...placed(annotation, placement, canonical, toPoint), ...originalWords(annotation.runs) })
  }
  return { text: canonical, excerpts }
}

function common(annotation: Annotation, now: number) {
  const time = (at: number) => new Date(Math.min(Math.max(at, EARLIEST), Math.max(now, EARLIEST)))
  return {
    annotationId: annotation.id,
    by: annotation.by,
    createdAt: time(annotation.createdAt),
    modifiedAt: time(annotation.modifiedAt),
    taggedQuote: storable(annotation.quote.exact),
    memo: storable(annotation.memos.map((memo) => memo.text).join('\n\n')),
    actors: annotation.actors.map(({ actorId, role }) => ({ actorId, role })),
    themes: settleThemes(annotation),
    facts: parseFacts(annotation.facts),
    importantTo: annotation.importantTo,
  }
}

function placed(
  { quote }: Annotation,
  placement: Exclude<Placement, { state: 'pending' }>,
  text: string,
  toPoint: (offset: number) => number,
) {
  if (placement.state === 'orphan') {
    const [exact, prefix, suffix] = [quote.exact, quote.prefix, quote.suffix].map(storable) as [string, string, string]
    return {
      state: 'orphan' as const,
      startUtf16: null,
      endUtf16: null,
      startPoint: null,
      endPoint: null,
      quote: exact,
      prefix,
      suffix,
      survival: 0,
    }
  }
  const { start, end } = placement
  const { prefix, suffix } = captureQuote(text, start, end)
  return {
    state: 'anchored' as const,
    startUtf16: start,
    endUtf16: end,
    startPoint: toPoint(start),
    endPoint: toPoint(end),
    quote: text.slice(start, end),
    prefix,
    suffix,
    survival: placement.survival,
  }
}

/** One stance per theme: the one most people gave; the annotation's author decides a tie. */
export function settleThemes({ themes, by }: Pick<Annotation, 'themes' | 'by'>): { themeId: string; stance: Stance }[] {
  const settled = new Map<string, ThemeTag>()
  for (const theme of themes) {
    const other = settled.get(theme.themeId)
    if (!other || theme.by.length > other.by.length || (theme.by.length === other.by.length && theme.by.includes(by)))
      settled.set(theme.themeId, theme)
  }
  return [...settled.values()].map(({ themeId, stance }) => ({ themeId, stance }))
}

function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}

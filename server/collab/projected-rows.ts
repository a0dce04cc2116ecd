import type { ProjectedRow } from '#/db/queries/excerpt-projection.ts'
import type { ProjectedExcerpt, projectLayer } from '#/lib/annotation/project.ts'
import { contextOf } from '#/lib/excerpt/context.ts'
import { factColumns } from '#/lib/excerpt/fact-columns.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import { unitsIn } from '#/lib/excerpt/units.ts'
import { isId } from '#/lib/id.ts'

/**
 * The rows of one layer. Layers are written by clients: ids that are none are left out, and what Postgres cannot store
 * (NUL, half surrogate pairs) is replaced, so that one odd annotation never stops the projection of a document.
 */
export function projectedRows(layerId: string, { text, excerpts }: ReturnType<typeof projectLayer>): ProjectedRow[] {
  const unitsOf = unitsIn(text)
  return excerpts.filter((excerpt) => isId(excerpt.annotationId) && isId(excerpt.by)).map((excerpt) => row(layerId, text, excerpt, unitsOf))
}

const NO_UNITS = { sentenceStart: null, sentenceEnd: null, paragraphStart: null, paragraphEnd: null }

function row(layerId: string, text: string, excerpt: ProjectedExcerpt, unitsOf: ReturnType<typeof unitsIn>): ProjectedRow {
  const { startUtf16, endUtf16 } = excerpt
  const context = startUtf16 === null || endUtf16 === null ? { before: '', after: '' } : contextOf(text, startUtf16, endUtf16)
  const quote = storable(excerpt.quote)
  const memo = storable(excerpt.memo)
  return {
    annotationId: excerpt.annotationId,
    layerId,
    taggerId: excerpt.by,
    createdAt: excerpt.createdAt.getTime(),
    modifiedAt: excerpt.modifiedAt.getTime(),
    state: excerpt.state,
    startUtf16,
    endUtf16,
    startPoint: excerpt.startPoint,
    endPoint: excerpt.endPoint,
    quote,
    prefix: storable(excerpt.prefix),
    suffix: storable(excerpt.suffix),
    contextBefore: storable(context.before),
    contextAfter: storable(context.after),
    taggedQuote: storable(excerpt.taggedQuote),
    survival: Math.round(excerpt.survival * 10_000) / 10_000,
    originalEdition: excerpt.originalEdition,
    originalStart: excerpt.originalStart,
    originalEnd: excerpt.originalEnd,
    originalStartPoint: excerpt.originalStartPoint,
    originalEndPoint: excerpt.originalEndPoint,
    originalQuote: excerpt.originalQuote === null ? null : storable(excerpt.originalQuote),
    memo,
    ...factColumns(excerpt.facts),
    importantTo: [...new Set(excerpt.importantTo.filter(isId))],
    search: fold(`${quote} ${memo}`),
    ...(startUtf16 === null || endUtf16 === null ? NO_UNITS : unitsOf(startUtf16, endUtf16)),
    actors: unique(
      excerpt.actors.filter((tag) => isId(tag.actorId)).map(({ actorId, role }) => ({ actorId, role })),
      (tag) => `${tag.actorId}|${tag.role}`,
    ),
    themes: unique(
      excerpt.themes.filter((tag) => isId(tag.themeId)).map(({ themeId, stance }) => ({ themeId, stance })),
      (tag) => tag.themeId,
    ),
  }
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

function unique<Tag>(tags: Tag[], keyOf: (tag: Tag) => string): Tag[] {
  return [...new Map(tags.map((tag) => [keyOf(tag), tag])).values()]
}

import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import type { AnnotationBody } from './schemas/annotation.ts'

const time = (at: number) => new Date(at).toISOString()

/** An excerpt as the API gives it. @param origin where people open this installation */
export function annotationBody(excerpt: Excerpt, workspaceId: string, origin: string): AnnotationBody {
  const { startUtf16, endUtf16, startPoint, endPoint, facts } = excerpt
  const isThere = startUtf16 !== null && endUtf16 !== null && startPoint !== null && endPoint !== null
  return {
    id: excerpt.annotationId,
    documentId: excerpt.document.id,
    state: excerpt.state,
    position: isThere ? { start: startUtf16, end: endUtf16, startPoint, endPoint } : null,
    quote: { exact: excerpt.quote, prefix: excerpt.prefix, suffix: excerpt.suffix },
    taggedQuote: excerpt.taggedQuote,
    actors: excerpt.actors.map(({ id, name, kind, role }) => ({ id, name, kind, role })),
    themes: excerpt.themes.map(({ id, path, stance }) => ({ id, path, stance })),
    facts: {
      status: facts.status,
      certainty: facts.certainty,
      date: facts.date?.edtf ?? null,
      place: facts.place,
      reportedBy: facts.reportedBy.map(({ id, name }) => ({ actorId: id, name })),
    },
    memo: excerpt.memo,
    createdBy: excerpt.tagger,
    createdAt: time(excerpt.createdAt),
    modifiedAt: time(excerpt.modifiedAt),
    url: origin + passagePath(workspaceId, excerpt.document.id, excerpt.annotationId),
  }
}

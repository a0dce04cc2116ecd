import { eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { CERTAINTIES, type Facts, parseFacts, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { factColumns } from '#/lib/excerpt/fact-columns.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import { newId } from '#/lib/id.ts'
import type { Rng } from '#/lib/text/testing/rng.ts'
import { makeDocument } from './make-document.ts'

const WORDS = ['ceasefire', 'Ёлка', 'линия', 'مُحَمَّد', 'hotline', 'open', '100%', 'a_b', '"quoted"']

/** What a random workspace is filled with. */
export interface RandomPool {
  actorIds: string[]
  themeIds: string[]
  taggerIds: string[]
}

/**
 * Documents with excerpt rows made by chance: shared positions, detached passages, documents without a day, in the bin, someone else's
 * blind layer. Rows as the projection writes them, but of no real text.
 */
export async function randomExcerpts(
  db: Db,
  scope: Scope,
  rng: Rng,
  pool: RandomPool,
  size: { documents: number; each: number },
): Promise<void> {
  const { workspaceId } = scope
  for (let d = 0; d < size.documents; d++) {
    const { id: documentId, layerId } = await makeDocument(db, scope, { title: `Document ${d}` })
    const publishedOn = rng.chance(0.3) ? null : `2017-03-0${rng.int(1, 4)}`
    const meta = {
      publishedOn,
      language: rng.pick(['en', 'ru', 'ar']),
      outlet: rng.pick(['', 'A', 'B']),
      deletedAt: rng.chance(0.1) ? new Date() : null,
    }
    await db.update(documents).set(meta).where(eq(documents.id, documentId))
    const blindId = newId()
    await db.insert(layers).values({ id: blindId, workspaceId, documentId, kind: 'blind', ownerId: rng.pick(pool.taggerIds) })
    const made = Array.from({ length: rng.int(0, size.each) }, () => {
      const quote = Array.from({ length: rng.int(1, 4) }, () => rng.pick(WORDS)).join(' ')
      const memo = rng.chance(0.2) ? rng.pick(WORDS) : ''
      const orphan = rng.chance(0.1)
      const start = rng.int(0, 40)
      const at = new Date(Date.UTC(2017, 2, 14, rng.int(0, 3)))
      return {
        annotationId: newId(),
        workspaceId,
        documentId,
        layerId: rng.chance(0.1) ? blindId : layerId,
        taggerId: rng.pick(pool.taggerIds),
        createdAt: at,
        modifiedAt: at,
        state: orphan ? ('orphan' as const) : ('anchored' as const),
        startUtf16: orphan ? null : start,
        endUtf16: orphan ? null : start + quote.length,
        startPoint: orphan ? null : start,
        endPoint: orphan ? null : start + quote.length,
        ...(orphan ? {} : randomUnits(rng, start, start + quote.length)),
        quote,
        prefix: '',
        suffix: '',
        taggedQuote: rng.chance(0.2) ? `${quote} ${'😀'.repeat(rng.pick([1, 255]))}`.slice(0, 512) : quote,
        survival: orphan ? 0 : 1,
        memo,
        ...factColumns(randomFacts(rng)),
        importantTo: pool.taggerIds.filter(() => rng.chance(0.1)),
        search: fold(`${quote} ${memo}`),
      }
    })
    if (made.length === 0) continue
    await db.insert(excerpts).values(made)
    const some = <T>(list: readonly T[]) => list.filter(() => rng.chance(0.3))
    const actorTags = made.flatMap(({ annotationId }) =>
      some(pool.actorIds).flatMap((actorId) => some(ROLES_IN_STATEMENT).map((role) => ({ annotationId, workspaceId, actorId, role }))),
    )
    const themeTags = made.flatMap(({ annotationId }) =>
      some(pool.themeIds).map((themeId) => ({ annotationId, workspaceId, themeId, stance: rng.pick(STANCES) })),
    )
    if (actorTags.length) await db.insert(excerptActors).values(actorTags)
    if (themeTags.length) await db.insert(excerptThemes).values(themeTags)
  }
}

/** Sentences and paragraphs of a text of which only the places are known. */
function randomUnits(rng: Rng, start: number, end: number) {
  const sentenceStart = Math.max(0, start - rng.int(0, 3))
  const sentenceEnd = end + rng.int(0, 3)
  return {
    sentenceStart,
    sentenceEnd,
    paragraphStart: Math.max(0, sentenceStart - rng.int(0, 5)),
    paragraphEnd: sentenceEnd + rng.int(0, 5),
  }
}

function randomFacts(rng: Rng): Facts {
  return parseFacts({
    ...(rng.chance(0.5) && { status: rng.pick(STATUSES) }),
    ...(rng.chance(0.4) && { certainty: rng.pick(CERTAINTIES) }),
    ...(rng.chance(0.6) && { date: rng.pick(['2017', '2017-02', '2017-03-02', '2017-03-01/2017-03-04~', '2016']) }),
  })
}

import { z } from 'zod'
import { MAX_RUNS } from '#/lib/anchor/capture.ts'
import { cleanSourceText } from '#/lib/format/import/clean-source-text.ts'

/** As many as a page of the list holds many times over. */
const MOST = 5000
const count = z.int().min(0)
const runs = z.array(z.tuple([count, count, z.int().min(1)])).max(MAX_RUNS)
const words = z.string().max(500).transform(cleanSourceText)
const id = z.uuid()

export const rejectionsSchema = z
  .array(z.object({ id, actorId: id, words, documentId: id.nullable(), runs: runs.nullable() }))
  .min(1)
  .max(MOST)
export const idsSchema = z.array(id).max(MOST)
export const mentionFilterSchema = z.object({ actorId: id.nullable(), documentId: id.nullable() })
export const mentionsToTagSchema = z
  .array(z.object({ documentId: id, actorId: id, words, runs: runs.min(1) }))
  .min(1)
  .max(MOST)
export const madeStatementsSchema = z.array(z.object({ documentId: id, annotationIds: idsSchema })).max(MOST)
export const pageSchema = z.object({ filter: mentionFilterSchema, after: z.string().max(100).nullable() })

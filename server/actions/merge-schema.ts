import { z } from 'zod'
import { MOST_PARTS } from '#/lib/codebook/plan-split.ts'
import { idSchema } from './codebook-schema.ts'

const sort = z.enum(['actor', 'theme'])

export const entrySchema = z.object({ sort, id: idSchema })
export const mergeSchema = z.object({ sort, from: z.array(idSchema).min(1).max(100), into: idSchema })

/** Each passage goes to one of the new entries at most. */
export const splitSchema = z
  .object({
    sort,
    id: idSchema,
    names: z.array(z.string().max(2000)).min(1).max(MOST_PARTS),
    passages: z.array(z.object({ annotationId: idSchema, to: z.int().min(0).nullable() })).max(10_000),
  })
  .refine(({ names, passages }) => passages.every(({ to }) => to === null || to < names.length))
  .refine(({ passages }) => new Set(passages.map(({ annotationId }) => annotationId)).size === passages.length)

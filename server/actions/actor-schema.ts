import { z } from 'zod'
import { GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import { isId } from '#/lib/id.ts'
import { DETAILS } from '#/server/usecases/remove-actor-detail.ts'

const id = z.string().refine(isId)
// Generous bounds against abuse only; lib/codebook/check-alias.ts, check-details.ts and check-kind.ts word the real ones.
const line = z.string().max(2000)
const day = z.string().max(20).nullable()
const validity = { from: day, until: day }

export const aliasSchema = z.object({
  id: id.optional(),
  name: line,
  language: z.string().max(100).optional(),
  preferred: z.boolean().optional(),
  from: day.optional(),
  until: day.optional(),
})
export const membershipSchema = z.object({ id: id.optional(), actorId: id, groupId: id, note: line, ...validity })
export const externalIdSchema = z.object({ id: id.optional(), scheme: line, value: line })
export const designationSchema = z.object({ id: id.optional(), label: line, issuer: line, source: line, ...validity })
export const detailSchema = z.object({ what: z.enum(DETAILS), id })

const slug = z.string().max(100)
export const newKindSchema = z.object({ name: line, glyph: z.enum(GLYPHS) })
export const kindChangeSchema = newKindSchema.partial()
export const kindOrderSchema = z.object({ slug, before: slug.nullable() })
export const kindDeletionSchema = z.object({ slug, moveTo: slug.nullable() })

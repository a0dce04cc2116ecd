import { z } from 'zod'
import { cleanSourceText } from '#/lib/format/import/clean-source-text.ts'
import { isId } from '#/lib/id.ts'
import { aliasSchema } from './actor-schema.ts'

const id = z.string().refine(isId)
const hue = z.number().int().min(1).max(12).nullable()
// Generous bounds against abuse only; lib/codebook/check-entry.ts words the real ones.
const name = z.string().max(2000)
const text = z.string().max(100_000).transform(cleanSourceText)

export const idSchema = id
/** A version of the codebook, as far as the database counts. */
export const versionSchema = z.int32().min(0)

/** Why something is proposed. */
export const reasonSchema = z.object({
  note: text.optional(),
  example: z.object({ documentId: id, annotationId: id.optional(), quote: text }).optional(),
})

export const newActorSchema = reasonSchema.extend({
  name,
  kind: z.string().max(100).optional(),
  parentId: id.nullable().optional(),
  description: text.optional(),
  aliases: z.array(aliasSchema).max(200).optional(),
  hue: hue.optional(),
})
export const actorChangeSchema = newActorSchema.omit({ note: true, example: true }).partial()
export const actorUndoSchema = z.object({ id, children: z.array(id).max(10_000) })

export const newThemeSchema = reasonSchema.extend({
  name,
  parentId: id.nullable().optional(),
  definition: text.optional(),
  include: text.optional(),
  exclude: text.optional(),
  examples: z.array(text).max(50).optional(),
  hotkey: z.number().int().min(1).max(9).nullable().optional(),
  hue: hue.optional(),
})
export const themeChangeSchema = newThemeSchema.omit({ parentId: true, note: true, example: true }).partial()
export const themeMoveSchema = z.object({ parentId: id.nullable(), beforeId: id.nullable().optional(), hue: hue.optional() })
export const archiveSchema = z.object({ noun: z.enum(['actor', 'theme']), ids: z.array(id).min(1).max(10_000), archived: z.boolean() })
export const themeUndoSchema = z.object({
  id,
  children: z.array(z.object({ id, parentId: id.nullable(), position: z.number().int(), hue })).max(10_000),
})

export const proposalAnswerSchema = z.object({
  proposalId: id,
  answer: z.discriminatedUnion('act', [
    z.object({
      act: z.literal('accept'),
      edit: z
        .object({ name, kind: z.string().max(100), parentId: id.nullable(), text })
        .partial()
        .optional(),
    }),
    z.object({ act: z.literal('decline'), answer: text.optional() }),
  ]),
})

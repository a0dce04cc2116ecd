import { z } from 'zod'
import type { BulkEdit } from '#/lib/annotation/bulk-edit.ts'
import { STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { isId } from '#/lib/id.ts'

const id = z.string().refine(isId)
const role = z.enum(ROLES_IN_STATEMENT)
const stance = z.enum(STANCES)
const newTag = z.discriminatedUnion('sort', [
  z.object({ sort: z.literal('actor'), id, role }),
  z.object({ sort: z.literal('theme'), id, stance }),
])
const foundTag = z.discriminatedUnion('sort', [
  z.object({ sort: z.literal('actor'), id, role: role.nullable() }),
  z.object({ sort: z.literal('theme'), id }),
])
const otherTag = z.discriminatedUnion('sort', [
  z.object({ sort: z.literal('actor'), id, role: role.nullable() }),
  z.object({ sort: z.literal('theme'), id, stance: stance.nullable() }),
])
const bulkEditSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('add'), tag: newTag }),
  z.object({ act: z.literal('remove'), tag: foundTag }),
  z.object({ act: z.literal('replace'), tag: foundTag, by: otherTag }),
  z.object({ act: z.literal('status'), status: z.enum(STATUSES).nullable() }),
])
const body = z.object({ query: z.string().max(16_000), edit: bulkEditSchema })

/** What a request to change many tags asks for; null when it cannot be understood. */
export function parseBulkEdit(bytes: Uint8Array): { query: string; edit: BulkEdit } | null {
  try {
    return body.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}

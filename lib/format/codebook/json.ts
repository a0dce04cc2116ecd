import { z } from 'zod'
import { GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import { ENTRY_STATES } from '#/lib/codebook/codebook.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { refuse } from '#/lib/format/import/import-result.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { Book, BookReader } from './book.ts'
import type { BookWriter } from './format.ts'

const FORMAT = 'interline-codebook'
const VERSION = 1

/** The codebook as it is kept: nothing is left out, and what is read back is what was written. */
export const writeJson: BookWriter = async function* (codebook, { workspace, exportedAt }) {
  const about = { format: FORMAT, formatVersion: VERSION, workspace: workspace.name, exportedAt: new Date(exportedAt).toISOString() }
  const { version, kinds, actors, themes } = codebook
  yield `${JSON.stringify({ ...about, version, kinds, actors: actors.map(withoutAliasIds), themes }, null, 2)}\n`
}

function withoutAliasIds(actor: WholeCodebook['actors'][number]) {
  return { ...actor, aliases: actor.aliases.map(({ id: _, ...alias }) => alias) }
}

const id = z.string().refine(isId)
const day = z.iso.date().nullable().default(null)
const text = z.string()
const hue = z.int().min(1).max(12).nullable()
const entry = { id, name: text, parentId: id.nullable().optional(), hue: hue.optional(), state: z.enum(ENTRY_STATES).optional() }
const actor = z.object({
  ...entry,
  kind: text.optional(),
  description: text.optional(),
  aliases: z
    .array(z.object({ name: text, language: text.default('und'), preferred: z.boolean().default(false), from: day, until: day }))
    .optional(),
  memberships: z.array(z.object({ groupId: id, from: day, until: day, note: text.default('') })).optional(),
  externalIds: z.array(z.object({ scheme: text, value: text })).optional(),
  designations: z.array(z.object({ label: text, issuer: text.default(''), from: day, until: day, source: text.default('') })).optional(),
})
const theme = z.object({
  ...entry,
  definition: text.optional(),
  include: text.optional(),
  exclude: text.optional(),
  examples: z.array(text).optional(),
  hotkey: z.int().min(1).max(9).nullable().optional(),
  position: z.int().optional(),
})
const file = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.int(),
  version: z.int().min(0).nullable().default(null),
  kinds: z.array(z.object({ slug: text, name: text, glyph: z.enum(GLYPHS).catch('other') })).default([]),
  actors: z.array(actor).default([]),
  themes: z.array(theme).default([]),
})

export const readJson: BookReader = (bytes) => {
  let given: unknown
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('corrupt', t('This file is no JSON that can be read. Export the codebook again and add the new copy.'))
  }
  const parsed = file.safeParse(given)
  if (!parsed.success)
    return refuse('unsupported', t('This JSON is no codebook of Interline: {problem}.', { problem: whereWrong(parsed.error) }))
  if (parsed.data.formatVersion > VERSION)
    return refuse('unsupported', t('This codebook was written by a newer Interline. Export it from there as CSV or QDC and add that.'))
  return { ok: true, book: bookOf(parsed.data), notes: [] }
}

function whereWrong({ issues }: z.ZodError): string {
  const path = issues[0]?.path.join(' › ')
  return path ? t('“{path}” is not as it should be', { path }) : t('it has another form')
}

function bookOf({ version, kinds, actors, themes }: z.infer<typeof file>): Book {
  const inOrder = themes.every((one) => one.position !== undefined)
    ? themes.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    : themes
  return {
    version,
    kinds,
    actors: actors.map(({ parentId = null, memberships, ...rest }) => ({
      ...rest,
      key: rest.id,
      parentKey: parentId,
      ...(memberships && { memberships: memberships.map(({ groupId, ...member }) => ({ group: groupId, ...member })) }),
    })),
    themes: inOrder.map(({ parentId = null, position: _, ...rest }) => ({ ...rest, key: rest.id, parentKey: parentId })),
  }
}

import { z } from 'zod'
import { ENTRY_STATES } from '#/lib/codebook/codebook.ts'
import { idShape, named, pageShape } from './registry.ts'

const hue = z.int().min(1).max(12).nullable()
const name = z.string().min(1).max(2000)
const words = z.string().max(100_000)

export const actorShape = named(
  'Actor',
  z.object({
    id: idShape,
    name: z.string(),
    kind: z.string(),
    parentId: idShape.nullable().describe('The actor this one is part of.'),
    description: z.string(),
    aliases: z.array(
      z.object({
        id: idShape,
        name: z.string(),
        language: z.string(),
        preferred: z.boolean(),
        from: z.string().nullable(),
        until: z.string().nullable(),
      }),
    ),
    hue,
    state: z.enum(ENTRY_STATES),
  }),
)
export const actorPage = pageShape('ActorPage', actorShape)

const newAlias = z.strictObject({
  id: idShape.optional().describe('Of a name the actor has: it is kept.'),
  name,
  language: z.string().max(50).optional(),
  preferred: z.boolean().optional(),
  from: z.iso.date().nullable().optional(),
  until: z.iso.date().nullable().optional(),
})
const actorFields = {
  kind: z.string().max(100).optional(),
  parentId: idShape.nullable().optional(),
  description: words.optional(),
  aliases: z.array(newAlias).max(200).optional(),
  hue: hue.optional(),
}
export const newActor = named('NewActor', z.strictObject({ name, ...actorFields }))
export const actorChange = named('ActorChange', z.strictObject({ name: name.optional(), ...actorFields }).describe('What is absent stays.'))

export const themeShape = named(
  'Theme',
  z.object({
    id: idShape,
    name: z.string(),
    parentId: idShape.nullable(),
    definition: z.string(),
    include: z.string().describe('When to tag with it.'),
    exclude: z.string().describe('When not to.'),
    examples: z.array(z.string()),
    hotkey: z.int().nullable(),
    hue,
    position: z.int().describe('Order among siblings.'),
    state: z.enum(ENTRY_STATES),
  }),
)
export const themePage = pageShape('ThemePage', themeShape)

const themeFields = {
  definition: words.optional(),
  include: words.optional(),
  exclude: words.optional(),
  examples: z.array(words).max(50).optional(),
  hotkey: z.int().min(1).max(9).nullable().optional(),
  hue: hue.optional(),
}
export const newTheme = named('NewTheme', z.strictObject({ name, parentId: idShape.nullable().optional(), ...themeFields }))
export const themeChange = named('ThemeChange', z.strictObject({ name: name.optional(), ...themeFields }).describe('What is absent stays.'))

import { z } from 'zod'
import { CERTAINTIES, PLACE_LENGTH, PLACE_PRECISIONS, STATUSES } from '#/lib/annotation/facts.ts'
import { MEMO_LENGTH } from '#/lib/annotation/limits.ts'
import { MAX_REPORTERS, REPORTER_LENGTH } from '#/lib/annotation/reporters.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { idShape, named, pageShape, timeShape } from './registry.ts'

const point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
const offset = z.int().min(0)

const facts = z.object({
  status: z.enum(STATUSES).nullable(),
  certainty: z.enum(CERTAINTIES).nullable(),
  date: z.string().nullable().describe('When the event was, in EDTF.'),
  place: z.object({ name: z.string(), point: point.nullable(), precision: z.enum(PLACE_PRECISIONS).nullable() }).nullable(),
  reportedBy: z
    .array(z.object({ actorId: idShape.nullable(), name: z.string() }))
    .describe('From who tells us to who saw it. `actorId` is null for a name that is not in the codebook.'),
})

export const annotationShape = named(
  'Annotation',
  z.object({
    id: idShape,
    documentId: idShape,
    state: z.enum(['anchored', 'orphan']).describe('`orphan`: its words were deleted from the text.'),
    position: z
      .object({ start: offset, end: offset, startPoint: offset, endPoint: offset })
      .nullable()
      .describe('Offsets into the text of the document, end exclusive: in UTF-16 units, and in Unicode code points. Null for an orphan.'),
    quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }).describe('The words as the text has them now.'),
    taggedQuote: z.string().describe('The words when they were tagged, at most 512 UTF-16 units.'),
    actors: z.array(z.object({ id: idShape, name: z.string(), kind: z.string(), role: z.enum(ROLES_IN_STATEMENT) })),
    themes: z.array(z.object({ id: idShape, path: z.array(z.string()), stance: z.enum(STANCES) })),
    facts,
    memo: z.string().describe('All memos, an empty line between them.'),
    createdBy: z.object({ id: idShape, name: z.string() }),
    createdAt: timeShape,
    modifiedAt: timeShape,
    url: z.string().describe('Its page, for people.'),
  }),
)
export type AnnotationBody = z.infer<typeof annotationShape>

export const annotationPage = pageShape('AnnotationPage', annotationShape)

export const webAnnotationShape = named(
  'WebAnnotation',
  z.looseObject({ '@context': z.unknown(), id: z.string(), type: z.literal('Annotation') }).describe('W3C Web Annotation, JSON-LD.'),
)
export const webAnnotationPage = named(
  'WebAnnotationPage',
  z
    .looseObject({ '@context': z.unknown(), id: z.string(), type: z.literal('AnnotationPage'), items: z.array(z.looseObject({})) })
    .describe('W3C AnnotationPage; `next` is the address of the page that follows.'),
)

const newActors = z.array(z.strictObject({ id: idShape, role: z.enum(ROLES_IN_STATEMENT) })).max(50)
const newThemes = z
  .array(z.strictObject({ id: idShape, stance: z.enum(STANCES).optional().describe('`none` when it is not said.') }))
  .max(50)
const newMemo = z.string().max(MEMO_LENGTH)

const newFacts = z
  .strictObject({
    status: z.enum(STATUSES).nullable(),
    certainty: z.enum(CERTAINTIES).nullable(),
    date: z.string().max(100).nullable(),
    place: z
      .strictObject({
        name: z.string().max(PLACE_LENGTH).optional(),
        point: point.nullable().optional(),
        precision: z.enum(PLACE_PRECISIONS).nullable().optional(),
      })
      .nullable(),
    reportedBy: z
      .array(z.union([z.strictObject({ actorId: idShape }), z.strictObject({ name: z.string().min(1).max(REPORTER_LENGTH) })]))
      .max(MAX_REPORTERS),
  })
  .partial()
export type NewFacts = z.infer<typeof newFacts>

const newTarget = z.union([
  z
    .strictObject({
      start: offset,
      end: offset,
      unit: z.enum(['utf16', 'point']).optional().describe('What offsets count; `utf16` when it is not said.'),
      exact: z.string().max(100_000).optional().describe('The words expected there: when others stand there now, nothing is made.'),
    })
    .describe('A passage by its offsets in the text.'),
  z
    .strictObject({
      exact: z.string().min(1).max(100_000),
      prefix: z.string().max(1000).optional(),
      suffix: z.string().max(1000).optional(),
    })
    .describe('A passage by its words. They must be found in one place alone.'),
])
export type NewTarget = z.infer<typeof newTarget>

export const newAnnotation = named(
  'NewAnnotation',
  z.strictObject({
    target: newTarget,
    actors: newActors.optional(),
    themes: newThemes.optional(),
    facts: newFacts.optional(),
    memo: newMemo.optional(),
  }),
)
export type NewAnnotationBody = z.infer<typeof newAnnotation>

export const annotationChange = named(
  'AnnotationChange',
  z
    .strictObject({ actors: newActors, themes: newThemes, facts: newFacts, memo: newMemo })
    .partial()
    .describe(
      'What is given takes the place of what was; what is absent stays. Of facts each field stands for itself. `memo` is your own.',
    ),
)
export type AnnotationChangeBody = z.infer<typeof annotationChange>

import { z } from 'zod'
import { LONGEST_META } from '#/lib/document/check-meta.ts'
import { DOCUMENT_STATUSES } from '#/lib/document/status.ts'
import { idShape, named, pageShape, timeShape } from './registry.ts'

export const documentShape = named(
  'Document',
  z.object({
    id: idShape,
    title: z.string(),
    outlet: z.string(),
    author: z.string(),
    publishedOn: z.iso.date().nullable(),
    url: z.string().describe('Of the source.'),
    kind: z.string(),
    language: z.string().describe('BCP 47; "und" when unknown.'),
    direction: z.enum(['ltr', 'rtl']),
    status: z.enum(DOCUMENT_STATUSES),
    wordCount: z.int(),
    createdAt: timeShape,
    updatedAt: timeShape.describe('Last change of text, annotations or facts.'),
    page: z.string().describe('Its page, for people.'),
  }),
)
export type DocumentBody = z.infer<typeof documentShape>

export const documentPage = pageShape('DocumentPage', documentShape)

const facts = {
  title: z.string().max(LONGEST_META.title),
  outlet: z.string().max(LONGEST_META.outlet),
  author: z.string().max(LONGEST_META.author),
  publishedOn: z.iso.date().nullable(),
  url: z.string().max(LONGEST_META.url),
  kind: z.string().max(LONGEST_META.kind),
  language: z.string().max(50),
  direction: z.enum(['ltr', 'rtl']),
}

/** UTF-16 units of a text that is sent. */
export const LONGEST_TEXT = 5_000_000

export const newDocument = named(
  'NewDocument',
  z.strictObject({
    text: z.string().min(1).max(LONGEST_TEXT),
    format: z.enum(['txt', 'md', 'html']).optional().describe('What `text` is; plain text when it is not said.'),
    ...z.object(facts).partial().shape,
  }),
)
export type NewDocumentBody = z.infer<typeof newDocument>

export const documentChange = named('DocumentChange', z.strictObject(facts).partial().describe('What is absent stays.'))

export const documentMade = named(
  'DocumentMade',
  z.object({
    document: documentShape,
    notes: z.array(z.string()).describe('What was left out or guessed, in sentences.'),
    duplicateOf: idShape.nullable().describe('A document that has the same text.'),
  }),
)

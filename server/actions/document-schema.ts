import { z } from 'zod'

/** What is known about a document, by shape alone; lib/document/check-meta.ts words what is wrong with it. */
export const documentMetaSchema = z.object({
  title: z.string(),
  outlet: z.string(),
  author: z.string(),
  publishedOn: z.string().nullable(),
  url: z.string(),
  kind: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
})

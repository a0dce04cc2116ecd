import { ABOUT } from './operations/about.ts'
import { ANNOTATIONS } from './operations/annotations.ts'
import { CODEBOOK } from './operations/codebook.ts'
import { DOCUMENTS } from './operations/documents.ts'
import { EXCERPTS } from './operations/excerpts.ts'
import { WEBHOOKS } from './operations/webhooks.ts'

/** Everything the API offers: who adds something adds it here, and answers it in server/api/handlers.ts. */
export const OPERATIONS = [...ABOUT, ...DOCUMENTS, ...ANNOTATIONS, ...CODEBOOK, ...EXCERPTS, ...WEBHOOKS] as const

export type AnyOperation = (typeof OPERATIONS)[number]
export type OperationId = AnyOperation['id']
export type OperationOf<Id extends OperationId> = Extract<AnyOperation, { id: Id }>

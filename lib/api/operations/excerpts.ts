import { z } from 'zod'
import { JSON_TYPE, LD_TYPE, operation } from '#/lib/api/operation.ts'
import { pageQuery } from '#/lib/api/paging.ts'
import { annotationPage, webAnnotationPage } from '#/lib/api/schemas/annotation.ts'
import { exportFormatList } from '#/lib/api/schemas/general.ts'

const ask = z
  .string()
  .max(15_000)
  .optional()
  .describe(
    'A query as the page of excerpts has it, with names or ids, for example `actor:Ankara as source theme:"Border crossings"`. Absent: everything.',
  )

export const EXCERPTS = [
  operation({
    id: 'listExcerpts',
    method: 'GET',
    path: '/workspaces/{workspaceId}/excerpts',
    group: 'Excerpts',
    summary: 'The annotations of all documents that a query asks for',
    scope: 'read',
    permission: 'read',
    query: z.object({
      ...pageQuery,
      ask,
      sort: z.enum(['document', 'recent']).optional().describe('By document and place, or newest first; `document` when it is not said.'),
    }),
    status: 200,
    answer: { [JSON_TYPE]: annotationPage, [LD_TYPE]: webAnnotationPage },
    tagged: true,
  }),
  operation({
    id: 'listExportFormats',
    method: 'GET',
    path: '/export-formats',
    group: 'Exports',
    summary: 'The formats excerpts can be exported in, with what each keeps and leaves out',
    scope: 'read',
    status: 200,
    answer: { [JSON_TYPE]: exportFormatList },
    tagged: true,
  }),
  operation({
    id: 'exportExcerpts',
    method: 'GET',
    path: '/workspaces/{workspaceId}/exports/{format}',
    group: 'Exports',
    summary: 'The excerpts a query asks for, as a file',
    description: 'Streamed while it is made. Recorded in the audit log of the workspace.',
    scope: 'export',
    permission: 'export',
    query: z.object({
      ask,
      formulas: z
        .enum(['escape', 'keep'])
        .optional()
        .describe('What to do with cells that a spreadsheet would take for formulas; `escape` when it is not said.'),
    }),
    status: 200,
    answer: { '*/*': null },
  }),
] as const

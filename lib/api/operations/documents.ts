import { z } from 'zod'
import { JSON_TYPE, operation } from '#/lib/api/operation.ts'
import { pageQuery } from '#/lib/api/paging.ts'
import { documentChange, documentMade, documentPage, documentShape, newDocument } from '#/lib/api/schemas/document.ts'

const DOCUMENTS_PATH = '/workspaces/{workspaceId}/documents'
const DOCUMENT_PATH = '/workspaces/{workspaceId}/documents/{documentId}'

export const DOCUMENTS = [
  operation({
    id: 'listDocuments',
    method: 'GET',
    path: DOCUMENTS_PATH,
    group: 'Documents',
    summary: 'The documents, oldest first',
    scope: 'read',
    permission: 'read',
    query: z.object({
      ...pageQuery,
      changedSince: z.iso.datetime().optional().describe('Only those whose text, annotations or facts changed at or after this time.'),
    }),
    status: 200,
    answer: { [JSON_TYPE]: documentPage },
    tagged: true,
  }),
  operation({
    id: 'createDocument',
    method: 'POST',
    path: DOCUMENTS_PATH,
    group: 'Documents',
    summary: 'Add a document',
    description: 'Reads the text as an uploaded file is read. Facts that are given win over what the text says of itself.',
    scope: 'write',
    permission: 'import',
    body: { [JSON_TYPE]: newDocument },
    status: 201,
    answer: { [JSON_TYPE]: documentMade },
    once: true,
    location: true,
  }),
  operation({
    id: 'getDocument',
    method: 'GET',
    path: DOCUMENT_PATH,
    group: 'Documents',
    summary: 'What is known about a document',
    scope: 'read',
    permission: 'read',
    status: 200,
    answer: { [JSON_TYPE]: documentShape },
    tagged: true,
  }),
  operation({
    id: 'updateDocument',
    method: 'PATCH',
    path: DOCUMENT_PATH,
    group: 'Documents',
    summary: 'Change what is known about a document',
    scope: 'write',
    permission: 'import',
    body: { [JSON_TYPE]: documentChange },
    status: 200,
    answer: { [JSON_TYPE]: documentShape },
    tagged: true,
  }),
  operation({
    id: 'getDocumentText',
    method: 'GET',
    path: '/workspaces/{workspaceId}/documents/{documentId}/text',
    group: 'Documents',
    summary: 'The text of a document as it is now',
    description:
      'One line per paragraph; a line break within a paragraph is U+2028. Offsets of annotations count in this text, so do not trim it.',
    scope: 'read',
    permission: 'read',
    status: 200,
    answer: { 'text/plain; charset=utf-8': null },
    tagged: true,
  }),
] as const

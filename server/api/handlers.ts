import type { InputOf } from '#/lib/api/operation.ts'
import type { OperationId, OperationOf } from '#/lib/api/operations.ts'
import { getMe, getOpenApi, getWorkspace, listWorkspaces } from './about.ts'
import { createAnnotation, deleteAnnotation, getAnnotation, listAnnotations, updateAnnotation } from './annotations.ts'
import type { ApiAnswer, ApiContext, WorkspaceContext } from './api-deps.ts'
import { createActor, createTheme, getActor, getTheme, listActors, listThemes, updateActor, updateTheme } from './codebook.ts'
import { createDocument, getDocument, getDocumentText, listDocuments, updateDocument } from './documents.ts'
import { exportExcerpts, listExcerpts, listExportFormats } from './excerpts.ts'
import { createWebhook, deleteWebhook, getWebhook, listDeliveries, listWebhooks, pingWebhook, updateWebhook } from './webhooks.ts'

/** What answers an operation: after the token, the role, the parameters and the body were found to be good. */
export type Handler<Id extends OperationId> = (
  input: InputOf<OperationOf<Id>>,
  context: OperationOf<Id>['path'] extends `${string}{workspaceId}${string}` ? WorkspaceContext : ApiContext,
) => Promise<ApiAnswer>

/** One for each operation: without it this does not compile. */
export const HANDLERS: { readonly [Id in OperationId]: Handler<Id> } = {
  getOpenApi,
  getMe,
  listWorkspaces,
  getWorkspace,
  listDocuments,
  createDocument,
  getDocument,
  updateDocument,
  getDocumentText,
  listAnnotations,
  createAnnotation,
  getAnnotation,
  updateAnnotation,
  deleteAnnotation,
  listActors,
  createActor,
  getActor,
  updateActor,
  listThemes,
  createTheme,
  getTheme,
  updateTheme,
  listExcerpts,
  listExportFormats,
  exportExcerpts,
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  listDeliveries,
  pingWebhook,
}

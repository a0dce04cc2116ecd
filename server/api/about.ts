import { findWorkspaceName, listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { openApiDocument } from '#/lib/api/openapi.ts'
import type { ApiAnswer, ApiContext, WorkspaceContext } from './api-deps.ts'

let made: { origin: string; text: string } | null = null

export async function getOpenApi(_: unknown, { deps: { origin } }: ApiContext): Promise<ApiAnswer> {
  made = made?.origin === origin ? made : { origin, text: JSON.stringify(openApiDocument(origin)) }
  return { text: made.text }
}

export async function getMe(_: unknown, { token }: ApiContext): Promise<ApiAnswer> {
  if (!token) throw new Error('This operation needs a token')
  const { user, name, scopes, expiresAt } = token
  return { body: { ...user, token: { name, scopes, expiresAt: expiresAt?.toISOString() ?? null } } }
}

export async function listWorkspaces(_: unknown, { token, deps }: ApiContext): Promise<ApiAnswer> {
  if (!token) throw new Error('This operation needs a token')
  return { body: { items: await listWorkspacesOf(deps.db, token.user.id) } }
}

export async function getWorkspace(_: unknown, { scope, db }: WorkspaceContext): Promise<ApiAnswer> {
  return { body: { id: scope.workspaceId, name: await findWorkspaceName(db, scope), role: scope.role } }
}

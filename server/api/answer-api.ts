import { findRole } from '#/db/queries/membership.ts'
import { mintScope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { chooseType } from '#/lib/api/choose-type.ts'
import { etagOf, isKnown } from '#/lib/api/etag.ts'
import { matchOperation } from '#/lib/api/match-operation.ts'
import { JSON_TYPE, type Operation } from '#/lib/api/operation.ts'
import type { OperationId } from '#/lib/api/operations.ts'
import { ApiProblem, type Problem, problem } from '#/lib/api/problem.ts'
import { log } from '#/server/log.ts'
import { answerOnce } from './answer-once.ts'
import type { ApiAnswer, ApiContext, ApiDeps, WorkspaceContext } from './api-deps.ts'
import { authenticate } from './authenticate.ts'
import { HANDLERS } from './handlers.ts'
import { bringsText, checkParams, readInput, readQuery } from './read-input.ts'

const API_ROOT = '/api/v1'

/** Answers a request to the API, whatever it is: what goes wrong is a problem in JSON, never a page. */
export async function answerApi(request: Request, deps: ApiDeps): Promise<Response> {
  const headers: Record<string, string> = {}
  try {
    return await answer(request, deps, headers)
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error.problem, { ...headers, ...error.headers })
    log.error('api.failed', error, { method: request.method, path: new URL(request.url).pathname })
    return problemResponse(problem('fault', 'It was not your request. Try again in a moment.'), headers)
  }
}

async function answer(request: Request, deps: ApiDeps, headers: Record<string, string>): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const matched = matchOperation(request.method, pathname.slice(API_ROOT.length))
  // Whoever has no token is told so first, whatever is there.
  const isOpen = matched.found === 'operation' && matched.operation.scope === null
  const token = isOpen ? null : await authenticate(request, deps)
  if (token) {
    const allowance = deps.limits.person.take(token.user.id, deps.now())
    Object.assign(headers, deps.limits.person.headers(allowance))
    if (!allowance.ok) throw new ApiProblem('too-many', 'Your allowance is used up for the moment.')
  }
  if (matched.found === 'nothing') throw new ApiProblem('not-found', 'There is nothing at this address.')
  if (matched.found === 'path')
    throw new ApiProblem('no-method', `Use ${matched.methods.join(' or ')} here.`, { headers: { Allow: matched.methods.join(', ') } })
  const operation: Operation = matched.operation
  const { params } = matched
  checkParams(params)
  const context: ApiContext = {
    deps,
    request,
    token,
    type: chooseType(request.headers.get('accept'), Object.keys(operation.answer)),
    sent: '',
  }
  const admitted = await admit(operation, params, context)
  const query = readQuery(operation, searchParams)
  const end = bringsText(operation) && token ? await turnOf(token.user.id, deps) : null
  try {
    const sent = await readInput(operation, request)
    const run = () =>
      HANDLERS[operation.id as OperationId]({ params, query, body: sent?.value } as never, { ...admitted, sent: sent?.type ?? '' } as never)
    if (!operation.once || !token) return finish(operation, admitted, await run(), headers)
    const about = [request.method, pathname, searchParams.toString(), context.type, sent?.bytes ?? '']
    const key = request.headers.get('idempotency-key')
    const kept = await answerOnce({ userId: token.user.id, key, about }, deps, async () => wholeAnswer(operation, admitted, await run()))
    return new Response(kept.body, { status: kept.status, headers: { ...kept.headers, ...headers } })
  } finally {
    end?.()
  }
}

/** The gate: what the token is good for, and what the member may do where they ask. Strangers hear that nothing is there. */
async function admit(operation: Operation, params: Readonly<Record<string, string>>, context: ApiContext): Promise<ApiContext> {
  const { token, deps } = context
  if (operation.scope === null || !token) return context
  if (!token.scopes.includes(operation.scope)) throw new ApiProblem('forbidden', `This token is not good for “${operation.scope}”.`)
  const { workspaceId } = params
  if (workspaceId === undefined) return context
  const role = await findRole(deps.db, workspaceId, token.user.id)
  if (!role) throw new ApiProblem('not-found', 'There is no such workspace.')
  if (operation.permission && !can(role, operation.permission))
    throw new ApiProblem('forbidden', `Your role in this workspace, ${role}, does not include “${operation.permission}”.`)
  const scope = mintScope(workspaceId, token.user.id, role)
  return { ...context, scope, db: deps.forWorkspace(workspaceId) } as WorkspaceContext
}

async function turnOf(userId: string, { uploads }: ApiDeps): Promise<() => void> {
  const turn = uploads.take(userId)
  if (!turn) throw new ApiProblem('too-many', 'Many documents are being added just now.', { headers: { 'Retry-After': '5' } })
  return turn
}

/** An answer in full, as it is sent and as it can be kept. */
function wholeAnswer({ status, tagged }: Operation, { type, deps }: ApiContext, { body, text, location }: ApiAnswer) {
  const told = text ?? (body === undefined ? '' : JSON.stringify(body))
  const headers: Record<string, string> = {
    ...(told !== '' && { 'Content-Type': body === undefined ? type : type || JSON_TYPE }),
    ...(tagged && told !== '' && { ETag: etagOf(told) }),
    ...(location !== undefined && { Location: `${deps.origin}${API_ROOT}${location}` }),
    // Whose it is depends on the token, how it is told on Accept.
    Vary: 'Authorization, Accept',
    'Cache-Control': tagged ? 'private, no-cache' : 'no-store',
  }
  return { status: status as number, headers, body: told }
}

function finish(operation: Operation, context: ApiContext, given: ApiAnswer, headers: Record<string, string>): Response {
  if (given.file) {
    for (const [name, value] of Object.entries(headers)) given.file.headers.set(name, value)
    return given.file
  }
  const made = wholeAnswer(operation, context, given)
  const all = { ...made.headers, ...headers }
  const etag = made.headers.ETag
  if (operation.method === 'GET' && etag && isKnown(context.request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers: withoutType(all) })
  return new Response(made.status === 204 ? null : made.body, { status: made.status, headers: all })
}

function withoutType({ 'Content-Type': _, ...headers }: Record<string, string>): Record<string, string> {
  return headers
}

function problemResponse(told: Problem, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(told), {
    status: told.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  })
}

import { expect } from 'vitest'
import type { Database } from '#/db/client.ts'
import { matchOperation } from '#/lib/api/match-operation.ts'
import { problemsOf } from '#/lib/api/openapi.ts'
import { bareType, type Operation } from '#/lib/api/operation.ts'
import { PROBLEMS } from '#/lib/api/problem.ts'
import { problemShape } from '#/lib/api/schemas/general.ts'
import { answerApi } from '#/server/api/answer-api.ts'
import type { ApiDeps } from '#/server/api/api-deps.ts'
import { createApiLimits } from '#/server/api/api-limits.ts'
import { Turns } from '#/server/jobs/turns.ts'
import { holdAnswer, holdRequest } from './openapi-contract.ts'

export const API_ORIGIN = 'http://interline.test'

export interface ApiCall {
  token?: string
  /** Told as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

export interface ApiTold {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: what comes is held against the document; tests read what they need.
  body: any
}

/** What the API works with in tests: everything real, but for what is given. */
export function apiDeps(database: Database, given: Partial<ApiDeps> & Pick<ApiDeps, 'collab'>): ApiDeps {
  return {
    db: database.db,
    forWorkspace: database.forWorkspace,
    extract: () => Promise.reject(new Error('Nothing is read in this test')),
    uploads: new Turns({ atOnce: 2, perPerson: 1, waiting: 4, waitingPerPerson: 2 }),
    limits: createApiLimits(),
    origin: API_ORIGIN,
    secret: 'a secret of tests alone',
    now: Date.now,
    ...given,
  }
}

/** The API with a real database, as a program meets it. Every answer is held against the list of operations that the OpenAPI document is made from. */
export function apiClient(database: Database, given: Partial<ApiDeps> & Pick<ApiDeps, 'collab'>) {
  const deps = apiDeps(database, given)
  return async (method: string, path: string, { token, body, headers }: ApiCall = {}): Promise<ApiTold> => {
    const request = new Request(`${API_ORIGIN}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const response = await answerApi(request, deps)
    const type = bareType(response.headers.get('content-type') ?? '')
    const text = await response.text()
    const told = { status: response.status, headers: response.headers, body: type.endsWith('json') ? JSON.parse(text) : text }
    hold(method, new URL(request.url).pathname.slice('/api/v1'.length), type, told, {
      type: bareType(request.headers.get('content-type') ?? ''),
      body,
    })
    return told
  }
}

/** Whether an answer is as the list and the OpenAPI document say: its status, its media type, its shape without anything more. */
function hold(method: string, path: string, type: string, { status, headers, body }: ApiTold, sent: { type: string; body: unknown }): void {
  const matched = matchOperation(method, path)
  if (type === 'application/problem+json') expect(problemShape.parse(body)).toEqual(body)
  if (matched.found !== 'operation') return
  const operation: Operation = matched.operation
  holdAnswer(operation, { status, headers, type, body })
  if (status < 400 && sent.body !== undefined)
    holdRequest(operation, sent.type, typeof sent.body === 'string' ? JSON.parse(sent.body) : sent.body)
  if (status >= 400) {
    expect(
      problemsOf(operation).map((name) => PROBLEMS[name].status),
      `${operation.id} answered ${status}`,
    ).toContain(status)
    expect(type).toBe('application/problem+json')
    return
  }
  if (operation.tagged && body !== '') expect(headers.get('etag'), operation.id).toMatch(/^"[\w-]+"$/)
  if (operation.location) expect(headers.get('location')).toMatch(new RegExp(`^${API_ORIGIN}/api/v1/`))
  const offered = Object.keys(operation.answer)
  if (status !== 304) expect(status, operation.id).toBe(operation.status)
  if (offered.includes('*/*')) return
  if (status === 304 || offered.length === 0) {
    expect(body, operation.id).toBe('')
    return
  }
  expect(offered.map(bareType)).toContain(type)
  const shape = operation.answer[offered.find((one) => bareType(one) === type) ?? '']
  if (shape) expect(shape.parse(body), operation.id).toEqual(body)
}

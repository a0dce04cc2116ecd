import { z } from 'zod'
import { bareType, type Contents, JSON_TYPE, type Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { PROBLEMS, type ProblemName } from './problem.ts'
import { problemShape } from './schemas/general.ts'
import { namedShapes } from './schemas/registry.ts'
import { TOKEN_SCOPES } from './scopes.ts'

type Json = Record<string, unknown>

const DESCRIPTION = `What people do in Interline, for programs. Every request but the one for this document carries a personal token, \
made on the account page: \`Authorization: Bearer ilt_…\`. A token can do what its scopes say and what its person's role in the workspace allows.

**Lists** come in pages: \`next\` of one page is \`cursor\` of the following one.
**Entity tags**: send \`ETag\` back as \`If-None-Match\` to learn that nothing changed (304), and as \`If-Match\` to change only what you have seen (412).
**Idempotency-Key**: a POST that takes it can be sent again without being done again, for 24 hours.
**Limits**: \`RateLimit\` and \`RateLimit-Policy\` say what is left; 429 says when to come back.
**Problems** are \`application/problem+json\`; \`type\` names the sort.
**Names that are not described here may appear in answers later**: leave aside what you do not know.`

/** The OpenAPI 3.1 document of the API, made from the list of operations. @param origin where people open this installation */
export function openApiDocument(origin: string): Json {
  const { schemas } = z.toJSONSchema(namedShapes, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return {
    openapi: '3.1.0',
    info: { title: 'Interline API', version: '1', description: DESCRIPTION },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    tags: [...new Set(OPERATIONS.map(({ group }) => group))].map((name) => ({ name })),
    paths: paths(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: `A personal token. Scopes: ${TOKEN_SCOPES.join(', ')}.` },
      },
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema as Json)])),
      responses: Object.fromEntries(Object.entries(PROBLEMS).map(([name, { title }]) => [name, problemResponse(title)])),
      headers: HEADERS,
    },
  }
}

const text = (description: string) => ({ description, schema: { type: 'string' } })
const HEADERS = {
  ETag: text('Entity tag of the representation.'),
  Location: text('Address of what was made.'),
  RateLimit: text('What is left of the allowance (draft-ietf-httpapi-ratelimit-headers-10).'),
  'RateLimit-Policy': text('The allowance.'),
}
const header = (name: keyof typeof HEADERS) => ({ [name]: { $ref: `#/components/headers/${name}` } })

function paths(): Json {
  const all: Record<string, Json> = {}
  for (const operation of OPERATIONS as readonly Operation[]) {
    const at = all[operation.path] ?? {}
    at[operation.method.toLowerCase()] = described(operation)
    all[operation.path] = at
  }
  return all
}

function described(operation: Operation): Json {
  const { id, group, summary, description, scope, permission, body } = operation
  const needs = [scope && `Token scope: \`${scope}\`.`, permission && `Right in the workspace: \`${permission}\`.`].filter(Boolean)
  return {
    operationId: id,
    tags: [group],
    summary,
    description: [description, needs.join(' ')].filter(Boolean).join('\n\n') || undefined,
    ...(scope === null && { security: [] }),
    parameters: parametersOf(operation),
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: responsesOf(operation),
  }
}

function parametersOf({ path, query, method, tagged, once }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'format' ? { type: 'string' } : { type: 'string', format: 'uuid' },
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, shape]) => {
    const { description, ...schema } = bare(z.toJSONSchema(shape as z.ZodType, { io: 'output' }) as Json)
    return { name, in: 'query', required: false, ...(description !== undefined && { description }), schema }
  })
  const inHeader = [
    ...(tagged && method === 'GET' ? [{ name: 'If-None-Match', about: 'Answer 304 when it is still this.' }] : []),
    ...(tagged && (method === 'PATCH' || method === 'DELETE')
      ? [{ name: 'If-Match', about: 'Answer 412 when it is not this any more.' }]
      : []),
    ...(once ? [{ name: 'Idempotency-Key', about: 'Chosen by you, at most 255 characters; the same request with it is done once.' }] : []),
  ].map(({ name, about }) => ({ name, in: 'header', required: false, description: about, schema: { type: 'string' } }))
  return [...inPath, ...inQuery, ...inHeader]
}

function responsesOf(operation: Operation): Json {
  const { status, summary, answer, scope, tagged, location, method } = operation
  const headers = {
    ...(scope !== null && { ...header('RateLimit'), ...header('RateLimit-Policy') }),
    ...(tagged && status !== 204 && header('ETag')),
    ...(location && header('Location')),
  }
  return {
    [status]: { description: summary, headers, ...(Object.keys(answer).length > 0 && { content: contentOf(answer) }) },
    ...(tagged && method === 'GET' && { 304: { description: 'It is still what you have.' } }),
    ...Object.fromEntries(problemsOf(operation).map((name) => [PROBLEMS[name].status, { $ref: `#/components/responses/${name}` }])),
  }
}

/** The problems an operation may answer with. */
export function problemsOf({ path, scope, permission, query, body, method, tagged, once }: Operation): ProblemName[] {
  return [
    ...(query || body || path.includes('{') ? (['not-understood'] as const) : []),
    ...(scope !== null ? (['no-token', 'forbidden', 'too-many'] as const) : []),
    ...(permission ? (['not-found'] as const) : []),
    ...(tagged && (method === 'PATCH' || method === 'DELETE') ? (['changed'] as const) : []),
    ...(once || (body && path.includes('{')) ? (['conflict'] as const) : []),
    ...(body ? (['too-large', 'not-this-type', 'invalid'] as const) : []),
    'fault',
  ]
}

function contentOf(contents: Contents): Json {
  return Object.fromEntries(
    Object.entries(contents).map(([type, shape]) => {
      const id = shape && namedShapes.get(shape)?.id
      return [bareType(type), id ? { schema: { $ref: `#/components/schemas/${id}` } } : type === JSON_TYPE ? { schema: {} } : {}]
    }),
  )
}

function problemResponse(title: string): Json {
  const schema = { $ref: `#/components/schemas/${namedShapes.get(problemShape)?.id}` }
  return { description: title, content: { 'application/problem+json': { schema } } }
}

/** Without what only stands at the head of a schema that is alone. */
function bare({ $schema: _, $id: __, id: ___, ...schema }: Json): Json {
  return schema
}

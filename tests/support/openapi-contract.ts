import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'
import { openApiDocument } from '#/lib/api/openapi.ts'
import type { Operation } from '#/lib/api/operation.ts'

type Json = Record<string, unknown>
interface Described {
  content?: Record<string, Json>
  headers?: Json
}

// As a client gets it: nothing that JSON would leave out.
const document = JSON.parse(JSON.stringify(openApiDocument('http://interline.test'))) as Json & {
  paths: Record<string, Record<string, { requestBody?: Described; responses: Record<string, Described & { $ref?: string }> }>>
}
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
formats.default(ajv)
// What stands round the schemas is no schema; anything else that JSON Schema does not know is a mistake.
ajv.addVocabulary(Object.keys(document))
ajv.addSchema(document, 'openapi')

const step = (name: string | number) => String(name).replaceAll('~', '~0').replaceAll('/', '~1')

/** Holds a body against the schema at a place in the document; a place without one takes anything. */
function holdBody(at: string, { content = {} }: Described, type: string, body: unknown): void {
  expect(Object.keys(content), `media types at ${at}`).toContain(type)
  if (!content[type]?.schema) return
  const isValid = ajv.compile({ $ref: `openapi${at}/content/${step(type)}/schema` })
  expect(isValid(body) || isValid.errors, `body at ${at}`).toBe(true)
}

/** Whether an answer is one that a client expects who has read the OpenAPI document and nothing else. */
export function holdAnswer(
  { path, method }: Operation,
  { status, headers, type, body }: { status: number; headers: Headers; type: string; body: unknown },
): void {
  const operation = `#/paths/${step(path)}/${method.toLowerCase()}/responses`
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses ?? {}
  const described = responses[status]
  if (!described) throw new Error(`${operation} does not tell of ${status}`)
  const shared = described.$ref?.split('/').at(-1)
  if (shared !== undefined) {
    const { responses: all } = document.components as { responses: Record<string, Described> }
    holdBody(`#/components/responses/${shared}`, all[shared] ?? {}, type, body)
    return
  }
  for (const name of Object.keys(described.headers ?? {})) expect(headers.has(name), `${name} at ${operation}/${status}`).toBe(true)
  if (described.content && !('*/*' in described.content)) holdBody(`${operation}/${status}`, described, type, body)
}

/** Whether a body that was taken is one that the document lets a client send. */
export function holdRequest({ path, method }: Operation, type: string, body: unknown): void {
  const described = document.paths[path]?.[method.toLowerCase()]?.requestBody
  if (!described) throw new Error(`${method} ${path} does not tell of a body`)
  holdBody(`#/paths/${step(path)}/${method.toLowerCase()}/requestBody`, described, type, body)
}

import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'

type Json = Record<string, unknown>

// What a client gets: nothing that JSON would leave out.
const document = JSON.parse(JSON.stringify(openApiDocument('https://interline.test'))) as Json
const paths = document.paths as Record<string, Record<string, Json>>
const operations = OPERATIONS as readonly Operation[]

/** Every object in the document, with where it stands. */
function* objects(value: unknown, at = '#'): Generator<[string, Json]> {
  if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* objects(one, `${at}/${n}`)
  else if (typeof value === 'object' && value !== null) {
    yield [at, value as Json]
    for (const [key, one] of Object.entries(value)) yield* objects(one, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
}
const all = new Map(objects(document))

test('it is an OpenAPI 3.1 document', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  // The validator tells a document that is none.
  const broken = { ...document, paths: { '/me': { get: { responses: { 200: {} } } } } }
  expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
})

test('it says of every operation what the list says, and of nothing else', () => {
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  )
  expect(described.toSorted()).toEqual(operations.map(({ id, method, path }) => `${id} ${method} ${path}`).toSorted())
})

test('every reference leads somewhere, and every named shape is used', () => {
  const references = [...all.values()].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []))
  expect(references.length).toBeGreaterThan(100)
  for (const reference of references) expect(all.has(reference), reference).toBe(true)
  const named = [...all.keys()].filter((at) => /^#\/components\/(?:schemas|responses|headers)\/[^/]+$/.test(at))
  const used = new Set(references)
  // An operation answers with each problem somewhere, except with a wrong method: there is none then.
  expect(named.filter((at) => !used.has(at))).toEqual(['#/components/responses/no-method'])
})

test('parameters of a path are declared, and a parameter has one name and place', () => {
  for (const [path, methods] of Object.entries(paths))
    for (const described of Object.values(methods)) {
      const parameters = described.parameters as { name: string; in: string; required: boolean; schema: Json }[]
      const inPath = parameters.filter((one) => one.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length)
      expect(parameters.every(({ schema }) => typeof schema === 'object')).toBe(true)
    }
})

test('only the document itself needs no token; what needs one says which scope and right', () => {
  for (const { path, method, scope, permission, id } of operations) {
    const described = paths[path]?.[method.toLowerCase()] as { security?: unknown; description?: string; responses: Json }
    expect(described.security, id).toEqual(scope === null ? [] : undefined)
    if (scope !== null) expect(described.description).toContain(`\`${scope}\``)
    if (permission) expect(described.description).toContain(`\`${permission}\``)
    expect('401' in described.responses).toBe(scope !== null)
  }
})

test('who writes anything needs the scope to write, and who only reads does not', () => {
  for (const { id, method, scope } of operations) if (scope !== null) expect(scope === 'write', id).toBe(method !== 'GET')
})

test('bodies refuse what they do not know, answers promise no such thing', () => {
  const schema = (name: string) => (document.components as { schemas: Record<string, Json> }).schemas[name]
  for (const name of ['NewAnnotation', 'AnnotationChange', 'NewDocument', 'NewActor', 'ThemeChange', 'NewWebhook'])
    expect(schema(name), name).toMatchObject({ additionalProperties: false })
  for (const name of ['Annotation', 'Document', 'Actor', 'Theme', 'Webhook', 'Problem'])
    expect(schema(name), name).not.toHaveProperty('additionalProperties')
})

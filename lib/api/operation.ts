import type { z } from 'zod'
import type { Permission } from '#/lib/access/roles.ts'
import type { TokenScope } from './scopes.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export const JSON_TYPE = 'application/json'
export const LD_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
/** Compared without parameters. */
export const bareType = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase()

/** What an answer holds, by media type; null: bytes or text without a shape. */
export type Contents = Readonly<Record<string, z.ZodType | null>>

/**
 * One thing programs can ask for. The list of them (`operations.ts`) is the router, the table of rights and the OpenAPI document at
 * once: none of the three can say something that another does not.
 */
export interface Operation {
  id: string
  method: Method
  /** Below /api/v1, with parameters in braces. `{workspaceId}` is where the gate stands. */
  path: string
  group: 'About' | 'Documents' | 'Annotations' | 'Codebook' | 'Excerpts' | 'Exports' | 'Webhooks'
  summary: string
  description?: string
  /** What the token must be good for; null: no token is needed. */
  scope: TokenScope | null
  /** What the role in the workspace must allow. */
  permission?: Permission
  query?: z.ZodObject
  /** What is taken, by media type. */
  body?: Readonly<Record<string, z.ZodType>>
  status: 200 | 201 | 202 | 204
  answer: Contents
  /** Whether answers carry an entity tag, and changes ask for one. */
  tagged?: boolean
  /** Takes Idempotency-Key: what was done once is answered again and not done again. */
  once?: boolean
  /** Headers of the answer beside those that all have. */
  location?: boolean
}

/** An operation as written, with what TypeScript knows of it. */
export function operation<const O extends Operation>(one: O): O {
  return one
}

type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamsOf<Rest> : never

/** What a handler gets of the request. */
export interface InputOf<O extends Operation> {
  params: Readonly<Record<ParamsOf<O['path']>, string>>
  query: O['query'] extends z.ZodObject ? z.infer<O['query']> : Record<never, never>
  body: O['body'] extends Readonly<Record<string, z.ZodType>> ? z.infer<O['body'][keyof O['body']]> : undefined
}

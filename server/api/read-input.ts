import type { z } from 'zod'
import { bareType, type Operation } from '#/lib/api/operation.ts'
import { ApiProblem, pointerTo } from '#/lib/api/problem.ts'
import { LONGEST_TEXT } from '#/lib/api/schemas/document.ts'
import { isId } from '#/lib/id.ts'
import { readBody } from '#/server/http/read-body.ts'

/** Bytes of a body; of one that brings a text, enough for every character escaped. */
const BODY_LIMIT = 1024 * 1024
const TEXT_BODY_LIMIT = 6 * LONGEST_TEXT + BODY_LIMIT

export const bringsText = ({ id }: Operation) => id === 'createDocument'

/** The parameters in the address. An id that could be none finds nothing. @throws {ApiProblem} */
export function checkParams(params: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(params))
    if (name.endsWith('Id') && !isId(value)) throw new ApiProblem('not-found', 'There is nothing at this address.')
}

/** The parameters behind the question mark; what is not known is refused, so that nobody gets more than they asked for. @throws {ApiProblem} */
export function readQuery({ query }: Operation, address: URLSearchParams): unknown {
  const known = Object.keys(query?.shape ?? {})
  const unknown = [...new Set(address.keys())].filter((name) => !known.includes(name) || address.getAll(name).length > 1)
  if (unknown.length > 0)
    throw new ApiProblem('not-understood', 'Parameters of the address are not known here, or are given twice.', {
      errors: unknown.map((parameter) => ({ detail: 'Not known here, or given twice.', parameter })),
    })
  if (!query) return {}
  const parsed = query.safeParse(Object.fromEntries(address))
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ message, path }) => ({ detail: message, parameter: String(path[0] ?? '') }))
  throw new ApiProblem('not-understood', 'A parameter of the address cannot be read.', { errors })
}

/** A body as bytes and as what it says. */
export interface ReadInput {
  bytes: Uint8Array
  value: unknown
  /** Its media type, as the operation names it. */
  type: string
}

/** The body of a request. @throws {ApiProblem} when it is not what the operation takes */
export async function readInput(operation: Operation, request: Request): Promise<ReadInput | null> {
  if (!operation.body) return null
  const given = bareType(request.headers.get('content-type') ?? '')
  const type = Object.keys(operation.body).find((one) => bareType(one) === given)
  if (!type)
    throw new ApiProblem('not-this-type', `Send it as ${Object.keys(operation.body).map(bareType).join(' or ')}.`, {
      headers: { [operation.method === 'PATCH' ? 'Accept-Patch' : 'Accept-Post']: Object.keys(operation.body).map(bareType).join(', ') },
    })
  const read = await readBody(request, bringsText(operation) ? TEXT_BODY_LIMIT : BODY_LIMIT)
  if (!read.ok) throw new ApiProblem(read.reason === 'too-large' ? 'too-large' : 'not-understood', UNREAD[read.reason])
  return { bytes: read.body, value: parse(operation.body[type] as z.ZodType, read.body), type }
}

const UNREAD = {
  'too-large': 'The body is larger than is taken here.',
  'too-slow': 'The body came too slowly.',
  broken: 'The body did not arrive whole.',
}

function parse(shape: z.ZodType, bytes: Uint8Array): unknown {
  const parsed = shape.safeParse(fromJson(bytes))
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.slice(0, 50).map(({ message, path }) => ({ detail: message, pointer: pointerTo(path) }))
  throw new ApiProblem('invalid', 'The body is not as this operation takes it.', { errors })
}

function fromJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // No store takes a NUL, and half a character is none.
    if (/\\u0000/i.test(text) || text.includes('\0')) throw new ApiProblem('not-understood', 'The body holds a NUL character.')
    return wellFormed(JSON.parse(text))
  } catch (error) {
    if (error instanceof ApiProblem) throw error
    throw new ApiProblem('not-understood', 'The body is no JSON in UTF-8.')
  }
}

/** Half surrogate pairs come in as escapes only; they become U+FFFD. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toWellFormed(), wellFormed(one)]))
}

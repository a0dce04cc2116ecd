/** What an answer says instead of what was asked for: problem details (RFC 9457), `application/problem+json`. */
export interface Problem {
  /** Names the sort of problem; programs go by this, never by the sentences. */
  type: string
  title: string
  status: number
  /** What is the matter this time, as a sentence. */
  detail: string
  /** What of the request is wrong, where it can be told. */
  errors?: ProblemError[]
}

export interface ProblemError {
  detail: string
  /** JSON pointer into the body (RFC 6901); absent for what stands in the address or a header. */
  pointer?: string
  /** Name of the parameter or header. */
  parameter?: string
}

/** The sorts there are, with their status and title. A name is never given another meaning. */
export const PROBLEMS = {
  'not-understood': { status: 400, title: 'The request could not be understood' },
  'no-token': { status: 401, title: 'A valid token is needed' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'no-method': { status: 405, title: 'This method is not offered here' },
  conflict: { status: 409, title: 'It is in the way of something else' },
  changed: { status: 412, title: 'It was changed meanwhile' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-this-type': { status: 415, title: 'This media type is not taken here' },
  invalid: { status: 422, title: 'What was sent is not valid' },
  'too-many': { status: 429, title: 'Too many requests' },
  fault: { status: 500, title: 'Something went wrong here' },
} as const
export type ProblemName = keyof typeof PROBLEMS

/** Where problem types are explained: a part of the OpenAPI document, so that the name resolves without another page. */
const problemType = (name: ProblemName): string => `/api/v1/openapi.json#/components/responses/${name}`

export function problem(name: ProblemName, detail: string, errors?: readonly ProblemError[]): Problem {
  return { type: problemType(name), ...PROBLEMS[name], detail, ...(errors?.length && { errors: [...errors] }) }
}

/** Thrown by what answers a request when it cannot; the request ends with it. */
export class ApiProblem extends Error {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  constructor(name: ProblemName, detail: string, more: { errors?: readonly ProblemError[]; headers?: Record<string, string> } = {}) {
    super(detail)
    this.problem = problem(name, detail, more.errors)
    this.headers = more.headers ?? {}
  }
}

/** Where in a body something stands, as a JSON pointer. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

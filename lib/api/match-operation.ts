import type { Operation } from './operation.ts'
import { type AnyOperation, OPERATIONS } from './operations.ts'

export type Matched =
  | { found: 'operation'; operation: AnyOperation; params: Record<string, string> }
  /** Something is there, but not with this method. */
  | { found: 'path'; methods: string[] }
  | { found: 'nothing' }

/** What a request asks for. @param path below /api/v1, beginning with a slash, as it stands in the address */
export function matchOperation(method: string, path: string): Matched {
  const asked = path.split('/')
  const there: { operation: AnyOperation; params: Record<string, string> }[] = []
  for (const operation of OPERATIONS) {
    const params = paramsOf(operation, asked)
    if (params) there.push({ operation, params })
  }
  const exact = there.find(({ operation }) => operation.method === (method === 'HEAD' ? 'GET' : method))
  if (exact) return { found: 'operation', ...exact }
  return there.length > 0 ? { found: 'path', methods: there.map(({ operation }) => operation.method) } : { found: 'nothing' }
}

function paramsOf({ path }: Operation, asked: readonly string[]): Record<string, string> | null {
  const steps = path.split('/')
  if (steps.length !== asked.length) return null
  const params: Record<string, string> = {}
  for (const [at, step] of steps.entries()) {
    const given = asked[at] as string
    const name = /^\{(\w+)\}$/.exec(step)?.[1]
    if (name === undefined ? step !== given : given === '') return null
    // Ids and names of formats have no characters that would have to be written otherwise.
    if (name !== undefined) params[name] = given
  }
  return params
}

import { PAGE_SIZE, readCursor } from '#/lib/api/paging.ts'
import { ApiProblem } from '#/lib/api/problem.ts'

export function badCursor(): ApiProblem {
  return new ApiProblem('not-understood', 'This cursor is none of this list.', {
    errors: [{ detail: 'None of this list.', parameter: 'cursor' }],
  })
}

/** Which page is asked for of a list in order of ids. @throws {ApiProblem} */
export function pageAsked({ limit = PAGE_SIZE, cursor }: { limit?: number | undefined; cursor?: string | undefined }): {
  after: string | null
  limit: number
} {
  if (cursor === undefined) return { after: null, limit }
  const after = readCursor(cursor)
  if (after === undefined) throw badCursor()
  return { after, limit }
}

import type { Comparison, PlacedStatement, PointState, StatementChange } from '#/lib/version/history.ts'

/** A statement that differs between two points, as it was at the one where it exists, and its place in both texts laid over each other. */
export interface ChangedStatement {
  change: StatementChange
  statement: PlacedStatement
}

/**
 * The statements that differ, in the order of the text; those without words last.
 * @param place finds a place of either text in both laid over each other
 */
export function changedStatements(
  { statements }: Pick<Comparison, 'statements'>,
  before: PointState,
  after: PointState,
  place: (side: 'before' | 'after', offset: number) => number,
): ChangedStatement[] {
  const sides = { before: byId(before), after: byId(after) }
  const found = statements.flatMap((change) => {
    // One that lost its words since is shown where they were.
    const latest = sides.after.get(change.annotationId)
    const side = change.kind === 'removed' || latest?.start === null ? 'before' : 'after'
    const statement = sides[side].get(change.annotationId) ?? latest
    return statement ? [{ change, statement: laidOver(statement, (offset) => place(side, offset)) }] : []
  })
  return found.sort((a, b) => (a.statement.start ?? Infinity) - (b.statement.start ?? Infinity))
}

function laidOver(statement: PlacedStatement, place: (offset: number) => number): PlacedStatement {
  const { start, end } = statement
  if (start === null || end === null || start >= end) return { ...statement, start: null, end: null }
  return { ...statement, start: place(start), end: place(end - 1) + 1 }
}

function byId({ statements }: PointState): Map<string, PlacedStatement> {
  return new Map(statements.map((statement) => [statement.annotationId, statement]))
}

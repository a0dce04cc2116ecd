/** Whether a failed query met a unique index (SQLSTATE 23505), itself or as the cause the query builder wraps. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if ((at as { code?: unknown }).code === '23505') return true
  return false
}

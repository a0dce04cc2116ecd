/** Sentences about parts of a document that became plain text or nothing. */
export function leftOutNotes({ pictures, tables }: { pictures: number; tables: number }): string[] {
  const notes: string[] = []
  if (pictures > 0) notes.push(`${pictures} ${pictures === 1 ? 'picture was' : 'pictures were'} left out.`)
  if (tables > 0) notes.push(`${tables} ${tables === 1 ? 'table was' : 'tables were'} read row by row, with | between the cells.`)
  return notes
}

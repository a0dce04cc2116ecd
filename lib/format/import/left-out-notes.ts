import { t } from '#/lib/message/t.ts'

/** Sentences about parts of a document that became plain text or nothing. */
export function leftOutNotes({ pictures, tables }: { pictures: number; tables: number }): string[] {
  const notes: string[] = []
  if (pictures > 0) notes.push(t('{count, plural, one {# picture was left out.} other {# pictures were left out.}}', { count: pictures }))
  if (tables > 0)
    notes.push(
      t(
        '{count, plural, one {# table was read row by row, with | between the cells.} other {# tables were read row by row, with | between the cells.}}',
        { count: tables },
      ),
    )
  return notes
}

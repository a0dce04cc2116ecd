import type { Book } from '#/lib/format/codebook/book.ts'
import type { QdeFile } from './qde.ts'

/** Puts the memos of codes below what the codes say of themselves; a memo that says the same adds nothing. */
export function addCodeNotes(book: Book, { notes, notesOfCodes }: QdeFile): void {
  const withNotes = (key: string, text: string | undefined): string | undefined => {
    const said = (notesOfCodes.get(key) ?? []).map((guid) => (notes.get(guid) ?? '').trim()).filter((note) => note && !text?.includes(note))
    return said.length > 0 ? [text, ...said].filter(Boolean).join('\n\n') : text
  }
  for (const actor of book.actors) {
    const description = withNotes(actor.key, actor.description)
    if (description !== undefined) actor.description = description
  }
  for (const theme of book.themes) {
    const definition = withNotes(theme.key, theme.definition)
    if (definition !== undefined) theme.definition = definition
  }
}

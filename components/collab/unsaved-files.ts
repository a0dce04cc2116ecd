import { type UnsavedRoom, unsavedJson, unsavedWords } from '#/lib/collab/unsaved-work.ts'

/** Lets the browser save unsaved work as a file: `txt` has the words, for people; `json` everything, for programs. */
export function downloadUnsaved(kind: 'txt' | 'json', why: string, rooms: readonly UnsavedRoom[]): void {
  const [content, type] =
    kind === 'txt' ? [unsavedWords(why, rooms), 'text/plain;charset=utf-8'] : [unsavedJson(why, rooms), 'application/json']
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = `interline-unsaved-changes-${new Date().toISOString().slice(0, 10)}.${kind}`
  link.click()
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

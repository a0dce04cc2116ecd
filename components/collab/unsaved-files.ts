import { saveFile } from '#/components/ui/save-file.ts'
import { type UnsavedRoom, unsavedJson, unsavedWords } from '#/lib/collab/unsaved-work.ts'

/** Lets the browser save unsaved work as a file: `txt` has the words, for people; `json` everything, for programs. */
export function downloadUnsaved(kind: 'txt' | 'json', why: string, rooms: readonly UnsavedRoom[]): void {
  const name = `interline-unsaved-changes-${new Date().toISOString().slice(0, 10)}.${kind}`
  if (kind === 'txt') saveFile(name, 'text/plain;charset=utf-8', unsavedWords(why, rooms))
  else saveFile(name, 'application/json', unsavedJson(why, rooms))
}

/** What is said when an import was taken back. @param kept entries that stay because something depends on them */
export function importUndoneWords(kept: number): string {
  if (kept === 0) return 'The import is undone'
  return `The import is undone. ${kept === 1 ? 'An entry in use stays' : `${kept.toLocaleString('en')} entries in use stay`}`
}

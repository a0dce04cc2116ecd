/**
 * The name of an export's file: workspace, what, day (UTC). Letters and digits of any script stay, all else becomes "-".
 *
 * @param what in file-name words, for example "excerpts"
 * @param now ms since 1970
 */
export function exportFileName(workspace: string, what: string, now: number, extension: string): string {
  const name = workspace
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toWellFormed()
  const day = new Date(now).toISOString().slice(0, 10)
  return `${name || 'workspace'}-${what}-${day}.${extension}`
}

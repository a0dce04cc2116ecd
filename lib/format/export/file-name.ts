/**
 * The name of an export's file: workspace, what, day (UTC). Letters and digits of any script stay, all else becomes "-".
 *
 * @param now ms since 1970
 */
export function exportFileName(workspace: string, now: number, extension: string): string {
  const name = workspace
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toWellFormed()
  const day = new Date(now).toISOString().slice(0, 10)
  return `${name || 'workspace'}-excerpts-${day}.${extension}`
}

/** The Content-Disposition of a download (RFC 6266): the name in ASCII for old clients, and as it is (RFC 8187). */
export function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^A-Za-z0-9._-]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

const HERE = 'http://here.invalid'

/** The path to return to after signing in when it leads into this site, otherwise "/". Everything a browser would read as another origin is refused. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/')) return '/'
  const url = URL.parse(wanted, HERE)
  if (url?.origin !== HERE) return '/'
  const path = url.pathname + url.search + url.hash
  return path.startsWith('//') ? '/' : path // "/..//evil.example" is a path of ours only until it is read a second time
}

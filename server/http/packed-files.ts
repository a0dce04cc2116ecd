import { createReadStream, readdirSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream'

const PREFIX = '/_next/static/'
const TYPES = { '.js': 'application/javascript; charset=UTF-8', '.css': 'text/css; charset=UTF-8' } as const
/** Their names change with their contents. */
const FOR_EVER = 'public, max-age=31536000, immutable'

interface PackedFile {
  path: string
  size: number
  type: string
}

/**
 * Answers for scripts and styles that the build packed with Brotli (scripts/compress-static.ts), to browsers that take
 * it; everything else is left to Next, which packs with gzip as it sends.
 *
 * @param folder of the built static files, `.next/static`; looked through once: nothing else of it can be asked for
 * @returns whether it answers
 */
export function packedFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const files = new Map<string, PackedFile>(listPacked(folder).map((file) => [file.address, file]))
  return (request, response) => {
    const { url = '', method } = request
    if (!url.startsWith(PREFIX) || (method !== 'GET' && method !== 'HEAD') || request.headers.range) return false
    if (!takesBrotli(request)) return false
    const file = files.get(url.split('?', 1)[0] as string)
    if (!file) return false
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Encoding': 'br',
      'Content-Length': file.size,
      'Cache-Control': FOR_EVER,
      Vary: 'Accept-Encoding',
    })
    if (method === 'HEAD') response.end()
    else pipeline(createReadStream(file.path), response, () => {}) // whoever left does not want the rest
    return true
  }
}

function listPacked(folder: string): (PackedFile & { address: string })[] {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return [] // in development there is no build
  }
  return names.flatMap((name) => {
    const found = /(\.js|\.css)\.br$/.exec(name)?.[1] as keyof typeof TYPES | undefined
    if (!found) return []
    const path = join(folder, name)
    const address = PREFIX + name.slice(0, -'.br'.length).split(sep).map(encodeURIComponent).join('/')
    return [{ address, path, size: statSync(path).size, type: TYPES[found] }]
  })
}

/** Whether `br` is listed and not refused (RFC 9110, 12.5.3). */
function takesBrotli({ headers }: IncomingMessage): boolean {
  const accepted = String(headers['accept-encoding'] ?? '')
  return accepted.split(',').some((coding) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding))
}

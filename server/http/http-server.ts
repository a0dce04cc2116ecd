import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'

/** What one connection may cost before anybody has looked at who it is. Times in ms, sizes in bytes. */
export const HTTP_LIMITS = {
  /** To send all headers; also for a connection that says nothing at all. */
  headersTime: 10_000,
  /** To send a whole request. What is read of a body is timed more closely: see read-body.ts. */
  requestTime: 300_000,
  keepAliveTime: 5_000,
  /** How often the times are looked at. */
  checkEvery: 2_000,
  headerBytes: 32 << 10,
  headers: 100,
  /** Of path and query. The longest filter of the excerpts is shorter. */
  target: 16 << 10,
  connections: 5_000,
} as const

/** The HTTP server with its limits; only requests for a path of ours reach `handle`. */
export function createHttpServer(handle: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: HTTP_LIMITS.headersTime,
      requestTimeout: HTTP_LIMITS.requestTime,
      connectionsCheckingInterval: HTTP_LIMITS.checkEvery,
      keepAliveTimeout: HTTP_LIMITS.keepAliveTime,
      maxHeaderSize: HTTP_LIMITS.headerBytes,
    },
    (request, response) => {
      const refusal = refusalOf(request)
      if (refusal) refuse(response, refusal)
      else handle(request, response)
    },
  )
  server.maxHeadersCount = HTTP_LIMITS.headers
  server.maxConnections = HTTP_LIMITS.connections
  return server
}

/** The status to refuse with; null when the request names a path of ours. An address of another server would make us its proxy. */
function refusalOf({ url = '', method }: IncomingMessage): 400 | 405 | 414 | null {
  // Fetch knows no such request, and telling back what was sent gives cookies away.
  if (method === 'TRACE') return 405
  if (url.length > HTTP_LIMITS.target) return 414
  // No store takes a NUL, and nobody types one.
  return url.startsWith('/') && !url.includes('%00') ? null : 400
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 }).end()
}

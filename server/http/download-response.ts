import { attachment } from './attachment.ts'
import { streamBody } from './stream-body.ts'

/** A file that is made while it is taken, as a download. */
export function downloadResponse(made: { fileName: string; mediaType: string; body: AsyncGenerator<string | Uint8Array> }): Response {
  return new Response(streamBody(made.body), {
    headers: {
      'Content-Type': made.mediaType,
      'Content-Disposition': attachment(made.fileName),
      'Cache-Control': 'no-store',
      // nginx would otherwise collect the whole file before it sends any.
      'X-Accel-Buffering': 'no',
    },
  })
}

/** Why there is no file, as a sentence. */
export function refuseDownload(status: number, reason: string): Response {
  return Response.json({ ok: false, reason }, { status, headers: { 'Cache-Control': 'no-store' } })
}

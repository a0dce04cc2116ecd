import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { findChromium } from '#/scripts/programs.mjs'
import type { Setting, Timing } from './page.ts'

/** The bytes the page asks for, by path. */
export type Documents = Record<'/flat' | '/xml' | '/layer', Uint8Array>

const HTML = `<!doctype html><meta charset="utf-8"><title>bench</title>
<style>body{margin:0;font:17px/1.75 serif}main{width:584px;margin:auto}p{margin:0 0 12px}.ProseMirror{white-space:pre-wrap;outline:none}
.text-section{content-visibility:auto;contain-intrinsic-size:auto 7000px}</style><main></main><script src="/page.js"></script>`

/** Measures each setting in turn, so many rounds, each in a browser page of its own. */
export async function measureInBrowser(
  documents: Documents,
  settings: readonly Setting[],
  rounds: number,
): Promise<Record<Setting, Timing[]>> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const script = outputFiles[0]!.contents
  const server = createServer((request, response) => {
    const body = request.url === '/page.js' ? script : (documents[request.url as keyof Documents] ?? HTML)
    response.setHeader(
      'content-type',
      request.url === '/page.js' ? 'text/javascript' : request.url === '/' ? 'text/html' : 'application/octet-stream',
    )
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const timings: Record<Setting, Timing[]> = { ours: [], 'ours-annotated': [], 'y-tiptap': [] }
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    for (let round = 0; round < rounds; round++) {
      for (const setting of settings) {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
        await page.goto(url)
        timings[setting].push(
          await page.evaluate((name) => (window as unknown as { measure(s: Setting): Promise<Timing> }).measure(name), setting),
        )
        await page.close()
      }
    }
  } finally {
    await browser.close()
    server.close()
  }
  return timings
}

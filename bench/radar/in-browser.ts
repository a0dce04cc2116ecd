import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { findChromium } from '#/scripts/programs.mjs'
import type { RadarLoad } from './invented-names.ts'
import type { RadarTiming } from './page.ts'

const HTML = `<!doctype html><meta charset="utf-8"><title>bench</title>
<style>body{margin:0;font:17px/1.75 serif}main{width:584px;margin:auto}p{margin:0 0 12px}.ProseMirror{white-space:pre-wrap;outline:none}
.text-section{content-visibility:auto;contain-intrinsic-size:auto 7000px}</style><main></main><script src="/page.js"></script>`

/** So many rounds, each in a browser page of its own. */
export async function measureInBrowser(load: RadarLoad, rounds: number): Promise<RadarTiming[]> {
  const actors = load.actors.map(({ id, names }) => {
    const [own, ...others] = names.map(({ name }, at) => ({
      id: `${id}-${at}`,
      name,
      language: 'und',
      preferred: false,
      from: null,
      until: null,
    }))
    return { id, name: own!.name, kind: 'other', parentId: null, description: '', hue: null, state: 'live', aliases: others }
  })
  const answers: Record<string, [type: string, body: string | Uint8Array]> = {
    '/': ['text/html', HTML],
    '/page.js': ['text/javascript', await bundle(join(import.meta.dirname, 'page.ts'))],
    '/worker.js': ['text/javascript', await bundle(join(import.meta.dirname, '../../components/radar/radar-worker.ts'))],
    '/load': ['application/json', JSON.stringify({ actors, paragraphs: load.paragraphs })],
  }
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/plain', '']
    // Isolated from other origins, a page may read a clock of 5 µs.
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-embedder-policy', 'require-corp')
    response.setHeader('content-type', type)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
  const timings: RadarTiming[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(url)
      timings.push(await page.evaluate(() => (window as unknown as { measure(): Promise<RadarTiming> }).measure()))
      await page.close()
    }
  } finally {
    await browser.close()
    server.close()
  }
  return timings
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"http://127.0.0.1/"' },
  })
  return outputFiles[0]!.contents
}

// 1 MB of text after 20,000 edits with 10,000 statements: what anchors cost, and the editor against the stock binding of Tiptap.
import * as Y from 'yjs'
import { readAliases } from '#/lib/anchor/alias.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { readAnnotations, readSome } from '#/lib/annotation/layer.ts'
import { projectLayer } from '#/lib/annotation/project.ts'
import { ALIAS_NAME, canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { measureInBrowser } from './anchors/in-browser.ts'
import type { Timing } from './anchors/page.ts'
import { xmlText } from './anchors/xml-document.ts'
import { type Figure, median, percentile } from './figure.ts'
import { inventedTags, largeDocument, largeParagraphs, plainEdits, type Tags } from './large/large-document.ts'

const STATEMENTS = 10_000
const ROUNDS = 9
const BROWSER_ROUNDS = 3

/** The anchors alone in Node; then, in Chromium and in turn, our editor, ours with all statements, and y-tiptap on the same words with the same edits. */
export async function run(): Promise<Figure[]> {
  const paragraphs = largeParagraphs()
  const edits = plainEdits(paragraphs)
  const tags = inventedTags()
  const { doc, layer } = largeDocument(paragraphs, edits, STATEMENTS, tags)
  const length = canonicalText(doc.getText(TEXT_NAME)).length
  console.log(
    `${(length / 1e6).toFixed(2)} million characters, ${edits.flat().length} edits by ${edits.length} people, ${STATEMENTS} statements\n`,
  )
  const alone = timeAnchors(doc, layer, tags)
  const documents = { '/flat': Y.encodeStateAsUpdate(doc), '/xml': xmlText(paragraphs, edits), '/layer': Y.encodeStateAsUpdate(layer) }
  const timings = await measureInBrowser(documents, ['ours', 'y-tiptap', 'ours-annotated'], BROWSER_ROUNDS)
  return [...alone, ...inBrowser(timings)]
}

function timeAnchors(doc: Y.Doc, layer: Y.Doc, tags: Tags): Figure[] {
  const text = doc.getText(TEXT_NAME)
  const annotations = readAnnotations(layer)
  const aliases = readAliases(doc.getMap(ALIAS_NAME))
  const canonical = canonicalText(text)
  const resolveAll = () => {
    const index = buildIdIndex(text)
    for (const { runs } of annotations) resolveRuns(index, runs, aliases)
  }
  let at = 1000
  const tag = () => {
    at += 997
    const id = createAnnotation(
      layer,
      {
        userId: tags.userId,
        runs: captureRuns(liveIndex(text), at, at + 80),
        quote: captureQuote(canonical, at, at + 80),
        actors: [{ actorId: tags.actorIds[0]!, role: 'source' }],
        themes: [{ themeId: tags.themeIds[0]!, stance: 'supports' }],
      },
      'bench',
    )
    readSome(layer, new Set([id]))
  }
  return [
    timed('anchors-resolve-all', 60, resolveAll),
    timed('anchors-one-tag', 5, tag),
    timed('anchors-project-all', 150, () => projectLayer(doc, layer)),
  ]
}

function timed(name: string, goal: number, work: () => void): Figure {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  console.log(
    `${name.padEnd(36)} median ${median(times).toFixed(1)} ms, best ${Math.min(...times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)}`,
  )
  return { name, value: median(times), unit: 'ms', goal: { bound: '<=', value: goal } }
}

function inBrowser(timings: Record<string, Timing[]>): Figure[] {
  console.log('\nin Chromium, ms: open (bytes to first frame), script of one local key, script of one remote key')
  const summary = Object.fromEntries(
    Object.entries(timings).map(([setting, rounds]) => {
      const local = rounds.flatMap((round) => round.local)
      const remote = rounds.flatMap((round) => round.remote)
      const open = median(rounds.map((round) => round.open))
      const show = (values: number[]) => `${median(values).toFixed(2)} (p95 ${percentile(values, 0.95).toFixed(1)})`
      console.log(`${setting.padEnd(16)} open ${open.toFixed(0).padStart(5)}   local ${show(local)}   remote ${show(remote)}`)
      return [setting, { open, local: median(local), remote: median(remote) }]
    }),
  )
  const {
    ours,
    'ours-annotated': annotated,
    'y-tiptap': stock,
  } = summary as Record<string, { open: number; local: number; remote: number }>
  const ratio = (what: 'open' | 'local' | 'remote'): Figure => ({
    name: `anchors-${what}-to-y-tiptap`,
    value: ours![what] / stock![what],
    unit: 'ratio',
    goal: { bound: '<=', value: 1 },
  })
  return [
    { name: 'anchors-local-key', value: annotated!.local, unit: 'ms', goal: { bound: '<=', value: 3 } },
    { name: 'anchors-remote-key', value: annotated!.remote, unit: 'ms', goal: { bound: '<=', value: 3 } },
    ratio('open'),
    ratio('local'),
    ratio('remote'),
  ]
}

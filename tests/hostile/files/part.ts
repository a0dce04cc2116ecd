import { existsSync, readdirSync } from 'node:fs'
import * as Y from 'yjs'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import { checkTextUpdate } from '#/lib/text/check-update.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { linkTarget } from '#/lib/text/link-target.ts'
import { createExtraction, type ExtractedDocument } from '#/server/jobs/extract.ts'
import type { Part, Row } from '../row.ts'
import { row } from '../row.ts'
import { type Canary, startCanary } from './canary.ts'
import { type HostileFile, hostileFiles } from './inputs.ts'
import { tryProjects } from './projects.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const BIDI = /[\u202a-\u202e\u2066-\u2069]/

/** Hostile files through the process that reads uploads. */
export const filesPart: Part = {
  name: 'files',
  async run({ isShort }) {
    const canary = await startCanary()
    const extraction = createExtraction({ atOnce: 2, perPerson: 2 })
    const rows: Row[] = []
    const before = readdirSync('.').sort().join()
    try {
      const groups = Object.entries(hostileFiles(canary))
      for (const [group, all] of groups) {
        const files = all.filter(({ isSlow }) => !isShort || !isSlow)
        const found = await inPairs(files, async (file) => {
          const began = performance.now()
          const result = await extraction.extract({ fileName: file.fileName, bytes: file.bytes }, 'attacker')
          return { file, result, seconds: (performance.now() - began) / 1000 }
        })
        for (const { file, result, seconds } of found) {
          const wrong = [...(result.ok ? unsafe(result, canary) : []), ...outcomeFaults(file, result)]
          if (seconds > IMPORT_LIMITS.time / 1000 + 5) wrong.push(`took ${seconds.toFixed(0)} s`)
          const seen = result.ok
            ? `${result.paragraphs} plain blocks${result.notes.length > 0 ? `; told: ${result.notes.join(' ')}` : ''}`
            : `${result.reason}: ${result.message}`
          rows.push(row(`${group}: ${file.what}`, 1, REQUIRED[file.outcome], wrong, `${seen} (${seconds.toFixed(1)} s)`))
        }
      }
      rows.push(...(await tryProjects(canary)))
      const all = groups.reduce((sum, [, files]) => sum + files.length, 0)
      rows.push(
        row('requests that left while reading them', all, 'none', canary.requests() > 0 ? [`${canary.requests()} requests`] : [], 'none'),
        row(
          'files they wrote, where they say and where they are read',
          all,
          'none',
          existsSync('/tmp/interline-evil') || readdirSync('.').sort().join() !== before ? ['a file is there'] : [],
          'none',
        ),
      )
    } finally {
      await extraction.stop()
      canary.stop()
    }
    return rows
  },
}

const REQUIRED: Record<HostileFile['outcome'], string> = {
  refused: 'refused in a sentence',
  plain: 'plain blocks with http, https or mailto links, or refused in a sentence',
  text: 'its words as plain blocks with http, https or mailto links',
}

function outcomeFaults(file: HostileFile, result: ExtractedDocument | { ok: false; message: string }): string[] {
  if (!result.ok)
    return [...(file.outcome === 'text' ? ['refused'] : []), ...(/^[A-Z].*\.$/.test(result.message) ? [] : ['refused without a sentence'])]
  if (file.outcome === 'refused') return ['it was read']
  return file.told && !result.notes.some((note) => file.told?.test(note)) ? ['what was left out is not named'] : []
}

/** What in an extracted document should not be in one. */
function unsafe({ text, title, url, update }: ExtractedDocument, { secret }: Canary): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const delta = doc.getText(TEXT_NAME).toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  const links = delta.flatMap(({ attributes }) => (attributes?.link === undefined ? [] : [attributes.link]))
  const checked = checkTextUpdate(new Y.Doc(), update, { userId: 'importer', role: 'owner' }, () => undefined)
  const all = `${title} ${text}`
  return [
    ...delta.filter(({ insert }) => typeof insert !== 'string').map(() => 'something that is no text'),
    ...links.filter((link) => link !== null && linkTarget(link) !== link).map((link) => `the link ${link}`),
    ...(url && linkTarget(url) !== url ? [`the address ${url}`] : []),
    ...(checked.ok || checked.reason === 'The change is too large.' ? [] : [checked.reason]),
    ...(UNSTORABLE.test(all) || !all.isWellFormed() ? ['characters that no database stores'] : []),
    ...(BIDI.test(title) ? ['a title that turns the direction'] : []),
    ...(all.includes(secret) || /root:.*:0:0:/.test(all) ? ['a file of the server'] : []),
  ]
}

async function inPairs<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += 2) done.push(...(await Promise.all(items.slice(at, at + 2).map(work))))
  return done
}

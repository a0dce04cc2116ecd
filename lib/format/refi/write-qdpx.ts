import { setsXml } from '#/lib/format/codebook/qdc.ts'
import { type ZipEntry, zipStream } from '#/lib/format/export/zip-stream.ts'
import { pathsOf } from '#/lib/format/project/book-paths.ts'
import type { ExchangeSource, ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { type QdpxProfile, textFile } from './profiles.ts'
import { projectHead } from './project-head.ts'
import { type EntryPaths, sourceFileName, sourceXml } from './source-xml.ts'
import { SqueezedText } from './squeezed-text.ts'

/** A writer of REFI-QDA projects (QDPX, schema 1.0) for a program. */
export function qdpxWriter(profile: QdpxProfile): ProjectWriter {
  return (source) => zipStream(entries(source, profile), { sizesFirst: true })
}

/** Texts first: what was said of them is squeezed meanwhile, so that text and positions are of one reading. */
async function* entries(source: ExchangeSource, profile: QdpxProfile): AsyncGenerator<ZipEntry> {
  const { project } = source
  const paths = entryPaths(project.codebook)
  const sources = new SqueezedText()
  const notes = new SqueezedText()
  for await (const document of source.documents()) {
    const xml = sourceXml(document, paths, profile)
    sources.write(xml.source)
    notes.write(xml.notes)
    yield { path: `sources/${sourceFileName(document)}`, chunks: [textFile(document.text, profile)] }
  }
  yield { path: 'project.qde', chunks: projectXml(project, sources, notes) }
}

function* projectXml(project: ExchangeSource['project'], sources: SqueezedText, notes: SqueezedText): Generator<string | Uint8Array> {
  yield* projectHead(project)
  yield* wrapped('Sources', sources)
  yield* wrapped('Notes', notes)
  yield setsXml(project.codebook, 'targetGUID')
  yield '</Project>\n'
}

/** A list may be absent, but never empty. */
function* wrapped(name: string, list: SqueezedText): Generator<string | Uint8Array> {
  if (list.isEmpty) return
  yield `<${name}>\n`
  yield* list.read()
  yield `</${name}>\n`
}

function entryPaths({ actors, themes }: ExchangeSource['project']['codebook']): EntryPaths {
  const keyed = (entries: readonly { id: string; name: string; parentId: string | null }[]) =>
    pathsOf(entries.map(({ id, name, parentId }) => ({ key: id, name, parentKey: parentId })))
  return { actors: keyed(actors), themes: keyed(themes) }
}

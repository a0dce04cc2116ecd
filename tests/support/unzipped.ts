import { readZipParts } from '#/lib/format/import/zip-parts.ts'

/** The files of an archive as texts, by path. */
export async function unzipped(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await readZipParts(bytes, () => true)
  if (!zip.ok) throw new Error(zip.message)
  return Object.fromEntries([...zip.parts].map(([path, part]) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)]))
}

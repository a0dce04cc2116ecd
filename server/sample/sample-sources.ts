import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SampleSource } from './sample-data.ts'
import { aleppoWeek } from './sources/aleppo-week.ts'
import { crossings } from './sources/crossings.ts'
import { idlibM4 } from './sources/idlib-m4.ts'
import { memorandum } from './sources/memorandum.ts'
import { phoneLine } from './sources/phone-line.ts'
import { podiumNotes } from './sources/podium-notes.ts'
import { resolution2254 } from './sources/resolution-2254.ts'
import { riverRockets } from './sources/river-rockets.ts'

/**
 * The sources of the sample workspace, oldest import first. Outlets, authors and commentators are invented; what is told
 * of states, offices and office holders is public record up to December 2024, in our words.
 */
export const SAMPLE_SOURCES: readonly SampleSource[] = [
  memorandum,
  idlibM4,
  crossings,
  riverRockets,
  resolution2254,
  podiumNotes,
  aleppoWeek,
  phoneLine,
]

/** The bytes of a source's file (UTF-8 Markdown). */
export async function readSampleFile(source: SampleSource): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(import.meta.dirname, 'sources', `${source.file}.md`)))
}

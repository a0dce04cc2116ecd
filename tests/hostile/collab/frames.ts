import * as Y from 'yjs'
import { percentile } from '#/bench/figure.ts'
import { checkTextUpdate } from '#/lib/text/check-update.ts'
import { ALIAS_NAME, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import { type FuzzReport, fuzz } from './fuzz.ts'
import { startHonest } from './honest.ts'
import { recordTraffic } from './record.ts'
import type { Site } from './site.ts'

const SOCKETS = 24

/** Random, truncated, bit-flipped, spliced and re-addressed frames from people in every role, beside two honest ones. */
export async function frameRows(site: Site, { frames, seed, totals }: PartOptions): Promise<Row[]> {
  const [editor] = site.own.editors
  if (!editor) throw new Error('No attacker')
  const recordings = await recordTraffic(site, editor, site.own)
  const { state } = await site.ask({ ask: 'room', room: site.own.document.text })
  const layer = await site.ask({ ask: 'room', room: site.beside.document.layer })
  const foreign = await site.ask({ ask: 'room', room: site.foreign.document.text })
  const honest = await startHonest({ server: site, people: site.beside.honest, room: site.beside.document.text })
  const { text, layer: layerRoom } = site.own.document
  const task = {
    server: { url: site.url, origin: site.origin },
    sockets: SOCKETS,
    recordings,
    rooms: [text, layerRoom, site.beside.document.text, site.beside.document.layer, site.foreign.document.text],
    state,
  }
  const readers = Object.values(site.beside.readers)
  const silent = [...site.own.editors, ...readers].map(({ cookie }) => ({ cookie, joins: [] }))
  const speaking = [
    ...site.own.editors.map(({ cookie }) => ({ cookie, joins: [text, layerRoom] })),
    ...readers.map(({ cookie }) => ({ cookie, joins: [site.beside.document.text, site.beside.document.layer] })),
  ]
  const half = frames / 2
  const before = await fuzz({ ...task, seed, frames: half, actors: silent })
  const after = await fuzz({ ...task, seed: seed + 1, frames: half, actors: speaking })
  const report = await honest.end()
  totals.frames += before.frames + after.frames
  totals.honestMs.push(...report.ms)
  if (site.hasEnded()) totals.exits++

  const stored = await site.ask({ ask: 'room', room: site.beside.document.text })
  const wrongBeside = [
    ...(report.refused ? [`an honest change was refused: ${report.refused}`] : []),
    ...(report.unseen > 0 ? [`${report.unseen} honest words did not arrive`] : []),
    ...(report.seen === report.text && report.isEqual ? [] : ['the honest copies differ']),
    ...(stored.text === report.text ? [] : ['what is stored is not what honest people typed']),
  ]
  const layerAfter = await site.ask({ ask: 'room', room: site.beside.document.layer })
  const foreignAfter = await site.ask({ ask: 'room', room: site.foreign.document.text })
  const wrongOthers = [
    ...(same(layer.state, layerAfter.state) ? [] : ['a layer changed that nobody honest changed']),
    ...(same(foreign.state, foreignAfter.state) ? [] : ['a document changed that no attacker may open']),
  ]
  const wrongOwn = unsound(await site.ask({ ask: 'room', room: text }))
  totals.stateChanges += wrongBeside.length + wrongOthers.length + wrongOwn.length
  return [
    row(`frames before authentication, seed ${seed}`, before.frames, 'no exit, no hanging socket', faults(site, before), told(before)),
    row(`frames after authentication, seed ${seed + 1}`, after.frames, 'no exit, no hanging socket', faults(site, after), told(after)),
    row(
      'a document beside that honest people write',
      report.words,
      'exactly what they typed, in every copy',
      wrongBeside,
      `${report.words} words`,
    ),
    row('documents nobody may write', 2, 'the same bytes', wrongOthers, 'the same bytes'),
    row('the document the attackers may write', 1, 'sound: nothing pending, nothing that is no text', wrongOwn, 'sound'),
    {
      ...row('honest people beside the frames', report.ms.length, 'p99 under 250 ms', slow(report.ms), latency(report.ms)),
      isTiming: true,
    },
  ]
}

function faults(site: Site, { hung, frames }: FuzzReport): string[] {
  return [
    ...(site.hasEnded() ? [`the server ended: ${site.errors().slice(-500)}`] : []),
    ...(hung > 0 ? [`${hung} sockets hung`] : []),
    ...(frames === 0 ? ['no frame arrived'] : []),
  ]
}

function told({ closes, ways, opened }: FuzzReport): string {
  const list = (counts: object) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  return `${list(ways)}; ${opened} sockets; closed with ${list(closes)}`
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(Buffer.from(b))
}

/** What is wrong with a text that attackers could write: their valid changes are theirs to make, anything else must not be in it. */
function unsound({ state, damaged, isWhole }: { state: Uint8Array; damaged: number; isWhole: boolean }): string[] {
  const whole = new Y.Doc()
  Y.applyUpdate(whole, state)
  const checked = checkTextUpdate(createTextDoc([]), state, { userId: 'anybody', role: 'owner' }, () => 'anybody')
  return [
    ...(damaged > 0 ? [`${damaged} rows of its log cannot be applied`] : []),
    ...(isWhole ? [] : ['something in it waits for changes that are not there']),
    ...(checked.ok || checked.reason.startsWith('Nothing can stand') ? [] : [checked.reason]),
    ...[...whole.share.keys()].filter((name) => name !== TEXT_NAME && name !== ALIAS_NAME).map((name) => `it has a part "${name}"`),
  ]
}

function slow(ms: readonly number[]): string[] {
  return ms.length > 0 && percentile(ms, 0.99) <= 250 ? [] : ['too slow']
}

function latency(ms: readonly number[]): string {
  return `p50 ${percentile(ms, 0.5).toFixed(0)} ms, p99 ${percentile(ms, 0.99).toFixed(0)} ms`
}

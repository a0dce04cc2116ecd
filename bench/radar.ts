// The known-name radar: 20,000 actors with 5 aliases over 1 MB of text in a worker of Chromium, what a key costs the main thread, and a peer.
import AhoCorasick from 'modern-ahocorasick'
import { MentionIndex } from '#/lib/codebook/radar/mention-index.ts'
import { type Figure, median, percentile } from './figure.ts'
import { measureInBrowser } from './radar/in-browser.ts'
import { inventedNames, type RadarLoad } from './radar/invented-names.ts'
import type { RadarTiming } from './radar/page.ts'

const ACTORS = 20_000
const ALIASES = 5
const CHARACTERS = 1_000_000
const ROUNDS = 3
const PEER_ROUNDS = 3

export async function run(): Promise<Figure[]> {
  const load = inventedNames(ACTORS, ALIASES, CHARACTERS)
  const characters = load.paragraphs.reduce((sum, { length }) => sum + length, 0)
  console.log(`${ACTORS} actors with ${ALIASES} aliases each, ${load.paragraphs.length} paragraphs of ${characters} characters\n`)
  const timings = await measureInBrowser(load, ROUNDS)
  for (const [at, timing] of timings.entries()) console.log(sayTiming(at + 1, timing))
  const of = (what: (timing: RadarTiming) => number) => median(timings.map(what))
  const { ours, peer } = comparePeer(load)
  return [
    ms(
      'radar-pass',
      300,
      of(({ pass }) => pass),
    ),
    ms('radar-key-main-thread', 1, median(timings.flatMap(({ keys }) => keys))),
    ms(
      'radar-index-build',
      3000,
      of(({ build }) => build),
    ),
    ms(
      'radar-index-build-longest-turn',
      50,
      of(({ buildTurn }) => buildTurn),
    ),
    ms(
      'radar-alias-change',
      600,
      of(({ alias }) => alias),
    ),
    ms(
      'radar-alias-change-longest-turn',
      50,
      of(({ aliasTurn }) => aliasTurn),
    ),
    // The peer finds names letter by letter only: no capitals, endings, prefixes, accents or hyphens.
    { name: 'radar-build-and-pass-to-aho-corasick', value: ours / peer, unit: 'ratio', goal: { bound: '<=', value: 1 } },
  ]
}

const ms = (name: string, goal: number, value: number): Figure => ({ name, value, unit: 'ms', goal: { bound: '<=', value: goal } })

function sayTiming(round: number, { build, buildTurn, pass, mentions, keys, alias, aliasTurn }: RadarTiming): string {
  return [
    `round ${round}: index ${build.toFixed(0)} ms (main thread held ${buildTurn.toFixed(0)} at most);`,
    `pass ${pass.toFixed(0)} ms, ${mentions} mentions;`,
    `a key ${median(keys).toFixed(2)} ms (p95 ${percentile(keys, 0.95).toFixed(2)});`,
    `an alias ${alias.toFixed(0)} ms (main thread held ${aliasTurn.toFixed(1)})`,
  ].join(' ')
}

/** Index and pass together, ms, in turn with the peer in this process. */
function comparePeer({ actors, paragraphs }: RadarLoad): { ours: number; peer: number } {
  const names = [...new Set(actors.flatMap(({ names }) => names.map(({ name }) => name.toLowerCase())))]
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 1; round <= PEER_ROUNDS; round++) {
    const own = timed(() => {
      const index = new MentionIndex()
      for (const actor of actors) index.set(actor)
      return index
    })
    const ownPass = timed(() => paragraphs.reduce((sum, text) => sum + own.result.find(text).length, 0))
    const other = timed(() => new AhoCorasick(names))
    const otherPass = timed(() => paragraphs.reduce((sum, text) => sum + other.result.search(text.toLowerCase()).length, 0))
    ours.push(own.took + ownPass.took)
    peer.push(other.took + otherPass.took)
    console.log(
      `in Node, round ${round}: ours ${own.took.toFixed(0)} + ${ownPass.took.toFixed(0)} ms, ${ownPass.result} found; ` +
        `modern-ahocorasick ${other.took.toFixed(0)} + ${otherPass.took.toFixed(0)} ms, ${otherPass.result} ends of words or parts of words`,
    )
  }
  return { ours: median(ours), peer: median(peer) }
}

function timed<T>(work: () => T): { result: T; took: number } {
  const start = performance.now()
  const result = work()
  return { result, took: performance.now() - start }
}

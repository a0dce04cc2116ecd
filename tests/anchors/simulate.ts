import type * as Y from 'yjs'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { beginEdit, deletePassage, type EditKind, pickEdit, type Scene, type Stroke, tag } from './edits.ts'
import { judge, type Verdict } from './judge.ts'
import { Network } from './network.ts'
import { Person } from './person.ts'
import type { Side } from './side.ts'
import { Story } from './story.ts'

/** What one run gave. */
export interface Run extends Verdict {
  seed: number
  peers: number
  edits: number
  messages: number
  passages: number
  /** What differs between the people and a document loaded from the log; empty when all are equal. */
  diverged: string[]
  /** Updates of honest people that the server refused. */
  refused: string[]
}

export interface Options {
  /** Keystrokes of a run. */
  strokes?: number
  /** Kinds of edits that are left out. */
  without?: ReadonlySet<string>
  /** Told about everything that happens; for looking at one run. */
  onStroke?: (person: number, kind: EditKind, stroke: Stroke, before: string, after: string) => void
}

const STROKES = 140
/** Keystrokes at the beginning of which each tags a passage. */
const FIRST_TAGS = 10
/** The plane of CJK Extension B: characters of two UTF-16 units, so that pairs are met everywhere. */
const [PLAIN, PAIRED] = [0x4e00, 0x20000]

/**
 * One random history: some people edit and tag a text over bad lines; in the end all lines are mended, and what each has
 * is compared with the others, with a document loaded from the server's log, and with what the story says there must be.
 * A seed always gives the same run.
 */
export function simulate(side: Side, seed: number, options: Options = {}): Run {
  const world = new World(side, seed, options)
  try {
    world.live()
    return world.end()
  } finally {
    world.close()
  }
}

class World {
  readonly #side: Side
  readonly #seed: number
  readonly #options: Options
  readonly #random: Rng
  readonly #network: Network
  readonly #people: Person[]
  readonly #acts: (Generator<Stroke, void, void> | null)[]
  readonly #kinds: EditKind[] = []
  readonly #story: Story
  readonly #start: string
  #deed = 0
  /** Whether somebody is at it: what changes meanwhile is theirs. */
  #busy = false
  #edits = 0
  #used = 0

  constructor(side: Side, seed: number, options: Options) {
    this.#side = side
    this.#seed = seed
    this.#options = options
    this.#random = rng(seed)
    const paragraphs = Array.from({ length: this.#random.int(6, 14) }, () =>
      this.#fresh(this.#random.int(0, 5) === 0 ? 8 : this.#random.int(20, 60)),
    )
    this.#start = paragraphs.join('\n')
    this.#story = new Story(this.#start)
    const count = this.#random.int(3, 8)
    this.#acts = Array.from({ length: count }, () => null)
    this.#people = Array.from(
      { length: count },
      (_, i) =>
        new Person(side, userId(i), rng(seed * 101 + i), (room, bytes) =>
          this.#network.publish(i, room, bytes, this.#busy ? [this.#deed] : []),
        ),
    )
    this.#network = new Network(side, rng(seed * 7 + 3), this.#people, side.source(paragraphs))
  }

  /** People come, edit, lose their lines, crash and come back. */
  live(): void {
    const { strokes = STROKES } = this.#options
    // Some are late.
    const arrivals = this.#people.map((_, i) => (i < 2 || this.#random.chance(0.5) ? 0 : this.#random.int(1, strokes / 2)))
    for (let time = 0; this.#edits < strokes && time < 4 * strokes; time++) {
      this.#people.forEach((person, i) => {
        if (!person.desk && time >= arrivals[i]!) this.#join(i)
      })
      this.#weather(arrivals, time)
      const present = this.#people.flatMap((person, i) => (person.desk && person.shown() !== '' ? [i] : []))
      // Before the text has come nobody can edit it.
      if (present.length > 0) this.#turn(this.#random.pick(present), time < FIRST_TAGS ? 'tag' : undefined)
      this.#network.step()
    }
  }

  end(): Run {
    this.#settle()
    this.#emptyAndUndo()
    const fresh = { text: this.#network.reload('text'), layer: this.#network.reload('layer') }
    const seen = this.#side.read(fresh.text, fresh.layer)
    return {
      seed: this.#seed,
      peers: this.#people.length,
      edits: this.#edits,
      messages: this.#network.delivered,
      passages: this.#story.passages.length,
      refused: this.#network.refused,
      diverged: this.#differences(fresh, seen),
      ...judge(this.#story, this.#start, seen, this.#network.arrived),
    }
  }

  close(): void {
    for (const person of this.#people) person.desk?.close()
  }

  #join(i: number): void {
    const person = this.#people[i]!
    person.start()
    person.isOnline = this.#random.chance(0.9) || person.shown() === ''
    if (person.isOnline) this.#network.sync(i)
  }

  /** Lines break and mend, tabs crash, devices write. */
  #weather(arrivals: number[], time: number): void {
    const i = this.#random.int(0, this.#people.length - 1)
    const person = this.#people[i]!
    if (!person.desk) return
    if (this.#random.chance(0.5)) person.flush()
    if (this.#random.chance(0.02)) {
      this.#network.cut(i)
      person.crash({ device: this.#random.chance(0.4) })
      this.#story.forget(i)
      this.#acts[i] = null
      arrivals[i] = time + this.#random.int(1, 30)
    } else if (this.#random.chance(person.isOnline ? 0.08 : 0.12)) {
      if (person.isOnline) this.#network.cut(i)
      person.isOnline = !person.isOnline
      if (person.isOnline) this.#network.sync(i)
    } else if (this.#random.chance(0.1)) this.#network.sync(i)
  }

  /** A person goes on with what they do, or begins something. */
  #turn(i: number, kind?: EditKind): void {
    const scene = this.#scene(i)
    const isNew = !this.#acts[i]
    if (isNew) {
      this.#people[i]!.desk!.seal()
      this.#kinds[i] = kind ?? pickEdit(scene.random, this.#options.without)
      this.#acts[i] = beginEdit(this.#kinds[i], scene)
    }
    for (let more = scene.random.int(1, 4); more > 0 && this.#acts[i]; more--) this.#stroke(i, () => this.#acts[i]!.next().value ?? null)
  }

  /** Has a person do one thing, and tells the story of it. */
  #stroke(i: number, act: () => Stroke | null): void {
    const person = this.#people[i]!
    this.#deed++
    const before = person.shown()
    this.#busy = true
    const stroke = act()
    this.#busy = false
    if (stroke === null) {
      this.#acts[i] = null
      return
    }
    this.#edits++
    person.did(this.#deed)
    const after = person.shown()
    this.#story.tell(this.#deed, i, stroke, before, after)
    this.#options.onStroke?.(i, this.#kinds[i]!, stroke, before, after)
  }

  #scene(i: number): Scene {
    const desk = this.#people[i]!.desk!
    return {
      desk,
      random: rng(this.#seed * 7919 + this.#edits),
      words: (count) => this.#fresh(count),
      passages: () => {
        const places = desk.places()
        return this.#story.passages.flatMap(({ id }) => {
          const place = places.get(id)
          return place?.state === 'anchored' ? [{ id, start: place.start, end: place.end }] : []
        })
      },
    }
  }

  /** Characters nobody has used yet; one in twelve is a surrogate pair. */
  #fresh(count: number): string {
    return Array.from({ length: count }, () => {
      const n = this.#used++
      return String.fromCodePoint((n % 12 === 7 ? PAIRED : PLAIN) + n)
    }).join('')
  }

  #settle(): void {
    this.#people.forEach((person) => {
      if (!person.desk) person.start()
      person.isOnline = true
    })
    this.#network.settle()
  }

  /** Whoever deletes a passage and takes that back has it back, and so has everybody. */
  #emptyAndUndo(): void {
    const i = this.#random.int(0, this.#people.length - 1)
    const { desk } = this.#people[i]!
    if (this.#scene(i).passages().length === 0) {
      this.#stroke(i, () => tag(this.#scene(i)))
      this.#network.settle()
    }
    const passages = this.#scene(i).passages()
    if (passages.length === 0) return
    desk!.seal()
    this.#kinds[i] = 'removePassage'
    this.#stroke(i, () => {
      deletePassage(desk!.editor, this.#random.pick(passages))
      return { how: 'edit' }
    })
    this.#network.settle()
    this.#stroke(i, () => {
      desk!.undo()
      return { how: 'undo' }
    })
    this.#network.settle()
  }

  #differences(fresh: { text: Y.Doc; layer: Y.Doc }, seen: ReturnType<Side['read']>): string[] {
    const wrong: string[] = []
    const look = this.#side.look(fresh.text)
    const layer = layerOf(fresh.layer)
    const places = sorted(seen.places)
    this.#people.forEach((person, i) => {
      const text = person.doc('text')!
      if (this.#side.look(text) !== look) wrong.push(`text of ${i}`)
      if (person.shown() !== seen.text || !person.desk!.isFaithful()) wrong.push(`editor of ${i}`)
      if (layerOf(person.doc('layer')!) !== layer) wrong.push(`layer of ${i}`)
      if (sorted(person.desk!.places()) !== places) wrong.push(`placements of ${i}`)
    })
    return wrong
  }
}

const sorted = (map: ReadonlyMap<string, unknown>) => JSON.stringify([...map].sort(([a], [b]) => (a < b ? -1 : 1)))

function layerOf(doc: Y.Doc): string {
  return JSON.stringify(
    [...doc.share.keys()]
      .sort()
      .map((name) => [name, sorted(new Map(doc.getMap(name).entries()))])
      .filter(([, content]) => content !== '[]'),
  )
}

/** A user id as the product has them: a UUID. */
function userId(i: number): string {
  return `01900000-0000-7000-8000-00000000000${i}`
}

// What runs in Chromium: the radar on a document of the usual kind, with its worker, while somebody types.
import { Editor, Extension } from '@tiptap/core'
import * as Y from 'yjs'
import { Radar } from '#/components/radar/radar.ts'
import { RadarScanner } from '#/components/radar/radar-scanner.ts'
import { untaggedIn } from '#/components/radar/untagged.ts'
import { AnnotationStore } from '#/components/reader/annotation-store.ts'
import { passagesPlugin } from '#/components/reader/decorations.ts'
import { Observable } from '#/components/reader/observable.ts'
import type { ReaderModel } from '#/components/reader/reader-model.ts'
import type { ReaderState } from '#/components/reader/reader-state.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { FlatBinding } from '#/lib/text/binding.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { ALIAS_NAME, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { allBlocks } from '#/lib/text/positions.ts'

export interface RadarTiming {
  /** From the first actor told to the first answer of the worker, ms. */
  build: number
  /** Longest turn of the main thread meanwhile, ms. */
  buildTurn: number
  /** All paragraphs looked through in the worker that has never seen their words, from question to answer, ms. */
  pass: number
  mentions: number
  /** Main thread per key, all of the radar together, ms each. */
  keys: number[]
  /** After one alias changed: until everything was looked through again, and of that the longest turn of the main thread, ms. */
  alias: number
  aliasTurn: number
}

const KEYS = 60
/** Between two keys, ms: a fast typist, and time for the answer. */
const PAUSE = 130
/** Looked at around the caret, as the reader looks at what is in sight: UTF-16 units on either side. */
const IN_SIGHT = 3000

/** When nothing came for so long, nothing more comes, ms. */
const QUIET = 2500

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Adds up what calls of methods take, those inside each other once. */
class Meter {
  spent = 0
  longest = 0
  #depth = 0

  watch<T extends object>(target: T, ...names: string[]): void {
    const methods = target as Record<string, (...args: unknown[]) => unknown>
    for (const name of names) {
      const own = methods[name] as (...args: unknown[]) => unknown
      const { time } = this
      methods[name] = function (this: unknown, ...args: unknown[]) {
        return time(() => own.apply(this, args))
      }
    }
  }

  readonly time = <T>(work: () => T): T => {
    const start = performance.now()
    this.#depth += 1
    try {
      return work()
    } finally {
      this.#depth -= 1
      const took = performance.now() - start
      if (this.#depth === 0) this.spent += took
      if (this.#depth === 0) this.longest = Math.max(this.longest, took)
    }
  }

  reset(): void {
    this.spent = 0
    this.longest = 0
  }
}

async function measure(): Promise<RadarTiming> {
  const { actors, paragraphs } = (await (await fetch('/load')).json()) as { actors: Actor[]; paragraphs: string[] }
  const meter = new Meter()
  const { build, buildTurn, pass, mentions } = await timeWorker(actors, paragraphs)
  const { model, radar, editor } = open(actors, paragraphs)
  meter.watch(radar, 'soon', 'scan', 'takeCodebook')
  const scanner = new RadarScanner(new Worker('/worker.js'))
  meter.watch(scanner, 'tell')
  const answer = scanner.worker.onmessage as (event: MessageEvent) => void
  scanner.worker.onmessage = (event) => meter.time(() => answer.call(scanner.worker, event))
  const [from, to] = inSight(editor)
  let list = 0
  radar.state.subscribe(() => {
    // As the painter does with every answer.
    list += untaggedIn(model, { from, to }).length
  })
  radar.follow(() => scanner)
  await settled(radar)
  const keys: number[] = []
  for (let i = 0; i < KEYS; i++) {
    meter.reset()
    editor.view.dispatch(editor.state.tr.insertText('x', from + IN_SIGHT + i))
    await wait(PAUSE)
    keys.push(meter.spent)
  }
  meter.reset()
  const start = performance.now()
  const changed = actors.map((actor, at) => (at === 7 ? { ...actor, aliases: actor.aliases.slice(1) } : { ...actor }))
  model.ui.set({ codebook: { ...model.ui.get().codebook, book: { actors: changed, merged: {} } } as never })
  const alias = (await settled(radar)) - start
  return { build, buildTurn, pass, mentions: mentions + (list < 0 ? 1 : 0), keys, alias, aliasTurn: meter.longest }
}

async function timeWorker(actors: Actor[], paragraphs: string[]) {
  const scanner = new RadarScanner(new Worker('/worker.js'))
  const turns = watchTurns()
  const start = performance.now()
  await new Promise<void>((resolve) => scanner.tell(actors, () => scanner.scan([''], null, () => resolve())))
  const build = performance.now() - start
  const buildTurn = turns()
  const asked = performance.now()
  const found = await new Promise<number>((resolve) =>
    scanner.scan(paragraphs, '2024-12-02', (lists) => resolve(lists.reduce((sum, list) => sum + list.length, 0))),
  )
  const pass = performance.now() - asked
  scanner.destroy()
  return { build, buildTurn, pass, mentions: found }
}

/** Watches how long the main thread is held at a time, until it is asked. */
function watchTurns(): () => number {
  let longest = 0
  let isOver = false
  const { port1, port2 } = new MessageChannel()
  let last = performance.now()
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    if (!isOver) port2.postMessage(0)
  }
  port2.postMessage(0)
  return () => {
    isOver = true
    return longest
  }
}

/** When the radar has been quiet for a while; the moment of its last answer (`performance.now`). */
async function settled(radar: Radar): Promise<number> {
  let last = performance.now()
  const stop = radar.state.subscribe(() => {
    last = performance.now()
  })
  while (performance.now() - last < QUIET) await wait(20)
  stop()
  return last
}

function inSight({ state }: Editor): [from: number, to: number] {
  const blocks = allBlocks(state.doc)
  const { pos } = blocks[blocks.length >> 1]!
  return [pos + 5 - IN_SIGHT, pos + 5 + IN_SIGHT]
}

function open(actors: Actor[], paragraphs: string[]) {
  const doc = createTextDoc(paragraphs.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
  const source = { text: doc.getText(TEXT_NAME), alias: doc.getMap(ALIAS_NAME) }
  const layer = new Y.Doc()
  const store = new AnnotationStore(layer, source)
  const binding = new FlatBinding(source.text, source.alias)
  const plugins = [binding.plugin(), passagesPlugin((maps, pm) => store.map(maps, pm))]
  const editor = new Editor({
    element: document.querySelector('main') as HTMLElement,
    injectCSS: false,
    extensions: [...editorExtensions(), Extension.create({ name: 'bench', addProseMirrorPlugins: () => plugins })],
  })
  store.resolve(editor.state.doc)
  const codebook = { book: { actors, merged: {} }, actorName: (id: string) => id } as unknown as ReaderState['codebook']
  const ui = new Observable({ radar: true, codebook, mode: 'edit' } as ReaderState)
  const model = {
    editor,
    view: editor.view,
    ui,
    store,
    source,
    layer,
    identity: { documentId: 'bench' },
    can: () => true,
  } as unknown as ReaderModel
  const radar = new Radar(model)
  Object.assign(model, { radar })
  return { model, radar, editor }
}

Object.assign(window, { measure })

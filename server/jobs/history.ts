import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import type { Db } from '#/db/client.ts'
import { type HistoryRooms, readHistoryRows, readSnapshot } from '#/db/queries/room-history.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { t } from '#/lib/message/t.ts'
import type { LogRow } from '#/lib/version/log-row.ts'
import { log } from '#/server/log.ts'
import { LastAnswers } from './last-answers.ts'
import { Turns } from './turns.ts'

/** What is asked of a document's history; points by sequence number. `merged`: of the codebook as it is now, by which tags are named. */
export type HistoryQuestion =
  /** Answered with the JSON of a `PointState`. */
  | { ask: 'state'; at: number; merged: Merged }
  /** With that of a `Comparison`. */
  | { ask: 'comparison'; from: number; to: number; merged: Merged }
  /** With that of a `Playback`. */
  | { ask: 'playback'; from: number; to: number; merged: Merged }
  /** With the text and the layers at a point, each as one Yjs update (v1). */
  | { ask: 'rooms'; at: number }

/** Rows on their way to the process that replays them, with the checksum they were stored with. */
export type CheckedRow = LogRow & { crc32: number }
/** What the process is told: rows first, as many messages as it takes, then the question. */
export type HistoryMessage = { rows: CheckedRow[] } | { question: HistoryQuestion; rooms: number }
/** What it answers: one string of JSON, or updates. */
export type HistoryReply = { answer: string | Uint8Array[]; damaged: number } | { failed: string }

export type HistoryAnswer<T> = { ok: true; value: T } | { ok: false; reason: 'busy' | 'too-long' | 'failed'; message: string }

/**
 * Answers questions about the past by replaying the log, in processes of their own: twenty thousand rows take a second, in
 * which nobody's typing may wait. Processes, not threads, as for reading files (see extract.ts): one that runs out of
 * memory ends alone.
 */
export interface HistoryReader {
  /**
   * JSON that answers a question. Points never change and merges are part of the question, so the last few answers are kept.
   *
   * @param by the person who asks: one person's questions leave a process for somebody else's
   */
  read(rooms: HistoryRooms, question: Exclude<HistoryQuestion, { ask: 'rooms' }>, by: string): Promise<HistoryAnswer<string>>
  /** The text and then the layers as they were at a point, as Yjs updates. */
  readRooms(rooms: HistoryRooms, at: number, by: string): Promise<HistoryAnswer<Uint8Array[]>>
  /** Ends what is running and refuses what waits. */
  stop(): Promise<void>
}

export interface HistoryOptions {
  /** Questions answered at the same time. */
  atOnce?: number
  /** Milliseconds one may take. */
  time?: number
  /** Heap of one process, MB. */
  heapMb?: number
}

const PROCESS = fileURLToPath(new URL('./history-process.ts', import.meta.url))
/** Rows, and their bytes, that are read and sent at once: between them the event loop gets its turn. */
const PAGE = { rows: 1000, bytes: 4 << 20 }
/** Largest log that is replayed, bytes. */
const MOST_BYTES = 256 << 20
const MOST_WAITING = 16
const MOST_WAITING_PER_PERSON = 6
/** How long a process waits for the next question, ms: who looks at a history asks several. */
const WARM_MS = 30_000

const refuse = (reason: 'busy' | 'too-long' | 'failed', message: string) => ({ ok: false as const, reason, message })
const busy = () => refuse('busy', t('Too many people look at histories just now. Try again in a moment.'))
const tooLong = () =>
  refuse('too-long', t('This part of the history is too long to be read at once. Choose points that are closer together.'))
const failed = () => refuse('failed', t('The history could not be read. Try again in a moment.'))

/** Made once by server.ts: a process is started from its source file, which bundled code does not know. */
export function createHistory(db: Db, { atOnce = 3, time = 30_000, heapMb = 512 }: HistoryOptions = {}): HistoryReader {
  const running = new Set<ChildProcess>()
  const warm: ChildProcess[] = []
  const turns = new Turns({
    atOnce,
    perPerson: Math.max(1, atOnce - 1),
    waiting: MOST_WAITING,
    waitingPerPerson: MOST_WAITING_PER_PERSON,
  })
  const answers = new LastAnswers()
  let isStopped = false

  async function ask(rooms: HistoryRooms, question: HistoryQuestion, by: string): Promise<HistoryAnswer<string | Uint8Array[]>> {
    const turn = turns.take(by)
    if (!turn) return busy()
    const end = await turn
    try {
      return isStopped ? failed() : await askProcess(rooms, question)
    } catch (error) {
      log.error('history.failed', error, { document: rooms.documentId })
      return failed()
    } finally {
      end()
    }
  }

  async function askProcess(rooms: HistoryRooms, question: HistoryQuestion): Promise<HistoryAnswer<string | Uint8Array[]>> {
    const reader = warm.pop() ?? start()
    const replied = reply(reader, time)
    let isSound = false
    try {
      if (!(await sendRows(db, reader, rooms, question))) return tooLong()
      await send(reader, { question, rooms: 1 + rooms.layers.length })
      const answer = await replied
      if (answer === 'ended' || answer === 'late') return isStopped ? failed() : tooLong()
      isSound = true
      if ('failed' in answer) throw new Error(answer.failed)
      if (answer.damaged > 0)
        log.error('history.damaged', `${answer.damaged} rows of the log were passed over`, { document: rooms.documentId })
      return { ok: true, value: answer.answer }
    } finally {
      if (isSound && !isStopped) keepWarm(reader)
      else reader.kill('SIGKILL')
    }
  }

  function start(): ChildProcess {
    const reader = fork(PROCESS, {
      execArgv: [`--max-old-space-size=${heapMb}`],
      env: { NODE_ENV: process.env.NODE_ENV },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running.add(reader)
    reader.once('exit', () => {
      running.delete(reader)
      const at = warm.indexOf(reader)
      if (at >= 0) warm.splice(at, 1)
    })
    // What is sent to a process that just ended is no fault; its end is noticed where the answer is waited for.
    reader.on('error', () => {})
    return reader
  }

  function keepWarm(reader: ChildProcess): void {
    warm.push(reader)
    setTimeout(() => {
      const at = warm.indexOf(reader)
      if (at < 0) return
      warm.splice(at, 1)
      reader.kill('SIGKILL')
    }, WARM_MS).unref()
  }

  return {
    read: (rooms, question, by) => answers.get(keyOf(rooms, question), () => ask(rooms, question, by) as Promise<HistoryAnswer<string>>),
    readRooms: (rooms, at, by) => ask(rooms, { ask: 'rooms', at }, by) as Promise<HistoryAnswer<Uint8Array[]>>,
    async stop() {
      isStopped = true
      for (const reader of running) reader.kill('SIGKILL')
    },
  }
}

/** Who sees other layers gets another answer. */
function keyOf({ text, layers }: HistoryRooms, question: HistoryQuestion): string {
  return JSON.stringify([text, layers, question])
}

/** What the process answers; `ended` when it ended first, at the limit of its memory most likely. */
function reply(reader: ChildProcess, time: number): Promise<HistoryReply | 'ended' | 'late'> {
  const ended = new AbortController()
  return new Promise<HistoryReply | 'ended' | 'late'>((resolve) => {
    const timer = setTimeout(() => resolve('late'), time)
    const onMessage = (answer: HistoryReply) => resolve(answer)
    const onExit = () => resolve('ended')
    reader.once('message', onMessage)
    reader.once('exit', onExit)
    reader.once('error', onExit)
    ended.signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reader.off('message', onMessage)
      reader.off('exit', onExit)
      reader.off('error', onExit)
    })
  }).finally(() => ended.abort())
}

/** Sends the log of every room, from its snapshot on where that is old enough; false when it is too large. */
async function sendRows(db: Db, reader: ChildProcess, { text, layers }: HistoryRooms, question: HistoryQuestion): Promise<boolean> {
  const [first, last] = 'at' in question ? [question.at, question.at] : [question.from, question.to]
  let bytes = 0
  for (const [room, name] of [text, ...layers].entries()) {
    const snapshot = await readSnapshot(db, name, first)
    const isSound = snapshot !== null && crc32(snapshot.bytes) === snapshot.crc32
    if (isSound) await send(reader, { rows: [{ ...snapshot, room, at: 0, by: null }] })
    for (let after = isSound ? snapshot.seq : 0; ; ) {
      const page = await readHistoryRows(db, name, { after, upTo: last, most: PAGE })
      bytes += page.reduce((sum, row) => sum + row.bytes.length, 0)
      if (bytes > MOST_BYTES) return false
      const end = page.at(-1)
      if (!end) break
      await send(reader, { rows: page.map((row) => ({ ...row, room })) })
      after = end.seq
    }
  }
  return true
}

/** Resolves when the message is on its way. That the process is gone is for `reply` to tell. */
function send(reader: ChildProcess, message: HistoryMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!reader.connected) resolve()
    else reader.send(message, () => resolve())
  })
}

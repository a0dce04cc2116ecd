import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { spoken } from '#/lib/message/spoken.ts'
import { log } from '#/server/log.ts'
import { Turns } from './turns.ts'

/** What the process of a job answers: its result, or the exception that ended it. */
export type JobAnswer<Result> = { result: Result } | { failed: { name: string; stack: string } }

/** Why there is no result. `busy`: too many wait already; `too-complex`: out of memory, or nested too deep. */
export type JobFailure = 'busy' | 'stopped' | 'timed-out' | 'too-complex' | 'failed'

export type JobOutcome<Result> = { ok: true; result: Result } | { ok: false; failure: JobFailure }

/**
 * Runs jobs in processes of their own: a hostile or huge one cannot hold up anybody's typing. Not in threads: V8 may answer
 * a thread that reaches its heap limit by ending the whole process, and everybody's work with it.
 */
export interface JobProcesses<Job, Result> {
  /**
   * Runs one job; waits its turn when others are running. Never fails.
   *
   * @param by the person it is for, so that nobody can take every process
   */
  run(job: Job, by: string): Promise<JobOutcome<Result>>
  /** Ends what is running and what waits. */
  stop(): Promise<void>
}

export interface JobProcessesOptions {
  /** For the log. */
  name: string
  /** Source file of the process; it calls `answerJob`. */
  path: string
  /** Jobs that run at the same time, and those of one person. */
  atOnce: number
  perPerson: number
  /** Milliseconds one may take. */
  time: number
  /** Heap of one process, MB. */
  heapMb: number
}

/** Jobs that wait, each with a file in memory. */
const MOST_WAITING = 24
const MOST_WAITING_PER_PERSON = 6

export function createJobProcesses<Job extends object, Result>(options: JobProcessesOptions): JobProcesses<Job, Result> {
  const running = new Set<ChildProcess>()
  const { atOnce, perPerson } = options
  const turns = new Turns({ atOnce, perPerson, waiting: MOST_WAITING, waitingPerPerson: MOST_WAITING_PER_PERSON })
  let isStopped = false

  async function run(job: Job, by: string): Promise<JobOutcome<Result>> {
    const turn = turns.take(by)
    if (!turn) return { ok: false, failure: 'busy' }
    const end = await turn
    try {
      // One that ended by itself without a word says nothing of the file: a person shall not hear that theirs is damaged.
      return (await runInProcess(job)) ?? (await runInProcess(job)) ?? { ok: false, failure: 'failed' }
    } finally {
      end()
    }
  }

  /** Null when the process ended by itself, without an answer and without being ended. */
  async function runInProcess(job: Job): Promise<JobOutcome<Result> | null> {
    if (isStopped) return { ok: false, failure: 'stopped' }
    const child = fork(options.path, {
      execArgv: [`--max-old-space-size=${options.heapMb}`],
      // Nothing of the product's settings and secrets is there for a parser to leak. What it says is said to who asked.
      env: { NODE_ENV: process.env.NODE_ENV, INTERFACE_LANGUAGE: spoken().language },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running.add(child)
    return new Promise<JobOutcome<Result> | null>((resolve) => {
      const fail = (failure: JobFailure) => resolve({ ok: false, failure })
      const timer = setTimeout(() => fail('timed-out'), options.time)
      let isAnswered = false
      child.once('message', (answer: JobAnswer<Result>) => {
        isAnswered = true
        if ('result' in answer) resolve({ ok: true, result: answer.result })
        else fail(failureOf(options.name, answer.failed))
      })
      // Not at the exit alone: the answer may still be in the channel, which closes after its last message.
      const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')])
      ended.then(
        ([[code, signal]]) => {
          if (isAnswered) return
          if (isStopped) return fail('stopped')
          // A signal is V8's at the heap limit, or the system's when memory ran out. After time ran out it is ours.
          if (signal) return fail('too-complex')
          log.warn(`${options.name}.ended`, { code })
          resolve(null)
        },
        (error: Error) => fail(failureOf(options.name, { name: error.name, stack: error.stack ?? error.message })),
      )
      ended.catch(() => {}).finally(() => clearTimeout(timer))
      child.send(job, () => {})
    }).finally(() => {
      running.delete(child)
      child.kill('SIGKILL')
    })
  }

  return {
    run,
    async stop() {
      isStopped = true
      for (const child of running) child.kill('SIGKILL')
    },
  }
}

function failureOf(name: string, failed: { name: string; stack: string }): JobFailure {
  // The call stack: thousands of nested tables or lists.
  if (failed.name === 'RangeError') return 'too-complex'
  log.error(`${name}.failed`, failed.stack)
  return 'failed'
}

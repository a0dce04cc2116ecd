import type { JobAnswer } from './processes.ts'

/** The process' side of `createJobProcesses`: answers its one job. Whoever asked ends it. */
export function answerJob<Job, Result>(work: (job: Job) => Promise<Result> | Result): void {
  process.once('message', (job: Job) =>
    Promise.resolve(job)
      .then(work)
      .then(
        (result): JobAnswer<Result> => ({ result }),
        (error: unknown): JobAnswer<Result> => {
          const { name, stack } = error instanceof Error ? error : new Error(String(error))
          return { failed: { name, stack: stack ?? name } }
        },
      )
      .then((given) => process.send?.(given)),
  )
  // Nobody waits for this any more.
  process.once('disconnect', () => process.exit())
}

import { type Messages, speakThrough } from '#/lib/message/spoken.ts'
import type { JobAnswer } from './processes.ts'

/** The process' side of `createJobProcesses`: answers its one job, in the language of who asked. Whoever asked ends it. */
export function answerJob<Job, Result>(work: (job: Job) => Promise<Result> | Result): void {
  process.once('message', (job: Job) =>
    speakAsAsked()
      .then(() => work(job))
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

const CATALOGUES: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {
  ru: () => import('#/messages/ru.json', { with: { type: 'json' } }),
  ar: () => import('#/messages/ar.json', { with: { type: 'json' } }),
}

/** English needs no catalogue. */
async function speakAsAsked(): Promise<void> {
  const language = process.env.INTERFACE_LANGUAGE
  if (language !== 'ru' && language !== 'ar') return
  const messages = (await CATALOGUES[language]!()).default
  speakThrough(() => ({ language, messages }))
}

import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import type { JobFailure } from './processes.ts'

/** What to do with a file that could not be read, in the words of what it is. */
export interface Advice {
  readonly 'timed-out': string
  readonly 'too-complex': string
  readonly failed: string
}

/** Why a file was not read. When nothing is wrong with the file itself, the words are the same for every kind of file. */
export function fileRefusal(failure: JobFailure, advice: Advice): RefusedSource {
  if (failure === 'busy')
    return refuse('busy', t('Many files are being read just now, yours among them. Add this one again when they are done.'))
  if (failure === 'stopped') return refuse('interrupted', t('Interline is restarting. Add the file again in a moment.'))
  return refuse(failure === 'failed' ? 'corrupt' : failure, advice[failure])
}

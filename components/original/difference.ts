import type { TextChange } from '#/lib/diff/diff-text.ts'
import { t } from '#/lib/message/t.ts'
import type { DifferenceAnswer, DifferenceJob } from './difference-worker.ts'

/** Compares texts in a worker, one after the other; the worker is made when the first is asked for. */
export class Difference {
  private worker: Worker | null = null
  private queue: Promise<unknown> = Promise.resolve()
  private fail: (error: Error) => void = () => {}
  private isDestroyed = false

  /** How the first text became the second. Rejects when there can be no worker here, or `destroy` was called. */
  compare(job: DifferenceJob): Promise<readonly TextChange[]> {
    const answer = this.queue.then(() => this.ask(job))
    this.queue = answer.catch(() => {})
    return answer
  }

  destroy(): void {
    this.isDestroyed = true
    this.worker?.terminate()
    this.worker = null
    this.fail(new Error('The comparison was left.'))
  }

  private ask(job: DifferenceJob): Promise<readonly TextChange[]> {
    return new Promise((resolve, reject) => {
      // What still waited its turn must not start another worker.
      if (this.isDestroyed) throw new Error('The comparison was left.')
      this.worker ??= new Worker(new URL('./difference-worker.ts', import.meta.url), { type: 'module' })
      this.fail = reject
      this.worker.onmessage = ({ data }: MessageEvent<DifferenceAnswer>) => resolve(data)
      this.worker.onerror = (event) => {
        this.worker?.terminate()
        this.worker = null
        reject(new Error(event.message || t('The comparison did not start.')))
      }
      this.worker.postMessage(job)
    })
  }
}

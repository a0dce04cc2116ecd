import { fork } from 'node:child_process'
import { join } from 'node:path'
import { goFirst } from '#/bench/sync/priority.ts'

/** Starts somebody who uses the product beside an attack. @returns ends that and tells how long answers took, ms; null for none */
export function visitBeside(address: string): () => Promise<(number | null)[]> {
  const child = fork(join(import.meta.dirname, 'beside-process.ts'), [address], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  })
  if (child.pid) goFirst(child.pid)
  return () =>
    new Promise((resolve, reject) => {
      child.once('message', (ms) => resolve(ms as (number | null)[]))
      child.once('exit', () => reject(new Error('The user beside the attack left early')))
      child.send('end')
    })
}

// Tries one fault on one backend, in a process of its own. Argument: JSON of `Task`; sends `Message`s to its parent.
import { FAULTS } from './all.ts'
import type { FaultContext } from './fault.ts'
import { emptyOutcome, type Outcome } from './outcome.ts'

export interface Task extends Omit<FaultContext, 'progress'> {
  id: string
}

export type Message = { type: 'progress'; line: string } | { type: 'outcome'; outcome: Outcome }

const task = JSON.parse(process.argv[2] ?? '{}') as Task
const say = (message: Message) => new Promise((resolve) => process.send?.(message, resolve))
const fault = FAULTS.find(({ id }) => id === task.id)
if (!fault) throw new Error(`There is no fault ${task.id}`)
const outcome = await fault.run({ ...task, progress: (line) => void say({ type: 'progress', line }) }).catch((error: Error): Outcome => {
  return { ...emptyOutcome(), tried: 1, failures: [error.stack ?? error.message] }
})
await say({ type: 'outcome', outcome })
process.exit(0)

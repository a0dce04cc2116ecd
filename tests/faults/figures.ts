import type { Figure } from '#/bench/figure.ts'
import { addOutcome, emptyOutcome } from './outcome.ts'
import type { Row } from './run-tasks.ts'

/** Faults whose end is known, so that the time from there to "Saved" means something. */
const RECOVERING = ['F3', 'F4', 'F5', 'F6', 'F7']

/** The figures with goals. @param partial only some faults were tried: how often says nothing then */
export function figuresOf(all: readonly Row[], short: boolean, partial: boolean): Figure[] {
  const rows = all.filter(({ task }) => !task.peer)
  const sum = emptyOutcome()
  for (const { outcome } of rows) addOutcome(sum, outcome)
  const kills = rows.filter(({ task }) => task.id === 'F1').reduce((count, { outcome }) => count + outcome.tried, 0)
  const recovery = rows.filter(({ task }) => RECOVERING.includes(task.id)).map(({ outcome }) => outcome.recoverySeconds ?? 0)
  const most = (name: string, value: number, unit: Figure['unit'], value_: number): Figure => ({
    name: `faults-${name}`,
    value,
    unit,
    goal: { bound: '<=', value: value_ },
  })
  const least = (name: string, value: number, goal: number): Figure => ({
    name: `faults-${name}`,
    value,
    unit: 'count',
    goal: { bound: '>=', value: partial ? 0 : goal },
  })
  return [
    least('kills', kills, short ? 20 : 200),
    least('acknowledged', sum.acknowledged, short ? 2000 : 50_000),
    most('lost', sum.lost, 'count', 0),
    most('doubled', sum.doubled, 'count', 0),
    most('diverged', sum.diverged, 'count', 0),
    most('projection-drift', sum.drift, 'count', 0),
    most('false-saved-ms', sum.falseSavedMs ?? 0, 'ms', 0),
    ...(recovery.length > 0 ? [most('recovery-seconds-max', Math.max(...recovery), 's', 5)] : []),
    ...lostByPeer(all).map((share) => most('peer-lost', share, '%', 100)),
    ...(sum.sigtermSeconds === null ? [] : [most('sigterm-seconds-max', sum.sigtermSeconds, 's', 15)]),
  ]
}

/** Share of the acknowledged edits that a bare Hocuspocus lost when it was killed, %; no goal, for comparison. */
function lostByPeer(rows: readonly Row[]): number[] {
  const killed = rows.filter(({ task, outcome }) => task.peer && task.id === 'F1' && outcome.acknowledged > 0)
  return killed.map(({ outcome }) => (100 * outcome.lost) / outcome.acknowledged)
}

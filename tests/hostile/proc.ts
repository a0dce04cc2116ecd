import { readFileSync } from 'node:fs'

/** Resident memory of a process, MB, as the kernel counts it; NaN when it has ended. */
export function residentMb(pid: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? Number(line[1]) / 1024 : Number.NaN
  } catch {
    return Number.NaN
  }
}

/** Watches the resident memory of a process; `peak` answers its highest growth since the start, MB. */
export function watchMemory(pid: number): { peak(): number; stop(): number } {
  const before = residentMb(pid)
  let most = before
  const look = () => {
    const now = residentMb(pid)
    if (now > most) most = now
  }
  const timer = setInterval(look, 100)
  const peak = () => {
    look()
    return most - before
  }
  return {
    peak,
    stop() {
      clearInterval(timer)
      return peak()
    },
  }
}

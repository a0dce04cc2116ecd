import { readFileSync } from 'node:fs'

/** Resident memory of a process, MB, as the kernel counts it. */
export function residentMb(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  if (!line) throw new Error(`No resident memory of process ${pid}`)
  return Number(line[1]) / 1024
}

/** Watches the resident memory of a process; `peak` answers its highest growth since the start, MB. */
export function watchMemory(pid: number): { peak(): number; stop(): number } {
  const before = residentMb(pid)
  let most = before
  const look = () => {
    most = Math.max(most, residentMb(pid))
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

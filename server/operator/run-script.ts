/** Runs an operator's script: what it refuses is printed as a sentence, and the exit code is 1. */
export async function runScript(work: () => Promise<{ ok: true } | { ok: false; message: string }>): Promise<void> {
  try {
    const done = await work()
    if (!done.ok) {
      console.error(done.message)
      process.exitCode = 1
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    process.exitCode = 1
  }
}

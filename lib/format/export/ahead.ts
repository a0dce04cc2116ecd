/**
 * The same items, with the next one always being made while the last is used: reading and writing at the same time. One item is waiting
 * at most. Ends the source when it is abandoned.
 */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = () => {
    const step = source.next()
    step.catch(() => {}) // a failure is reported when its turn comes
    return step
  }
  try {
    let coming = ask()
    for (;;) {
      const { value, done } = await coming
      if (done) return
      coming = ask()
      yield value
    }
  } finally {
    await source.return(undefined)
  }
}

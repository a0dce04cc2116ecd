// Preloaded into a server's process and its threads: their clocks then differ from everybody else's by `?ms=`.
const offset = Number(new URL(import.meta.url).searchParams.get('ms'))
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...args: ConstructorParameters<typeof RealDate> | []) {
    if (args.length === 0) super(RealDate.now() + offset)
    else super(...(args as ConstructorParameters<typeof RealDate>))
  }

  static override now(): number {
    return RealDate.now() + offset
  }
} as DateConstructor

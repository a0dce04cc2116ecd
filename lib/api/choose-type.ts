import { bareType } from './operation.ts'

/** The media type to answer in: of those offered the one that Accept likes best, or the first. */
export function chooseType(accept: string | null, offered: readonly string[]): string {
  const [first = ''] = offered
  const wishes = (accept ?? '*/*')
    .split(',')
    .map((wish) => ({ type: bareType(wish), q: Number(/;\s*q=([\d.]+)/i.exec(wish)?.[1] ?? 1) }))
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
  for (const { type } of wishes) {
    const found = offered.find(
      (one) => type === '*/*' || bareType(one) === type || (type.endsWith('/*') && bareType(one).startsWith(type.slice(0, -1))),
    )
    if (found) return found
  }
  return first
}

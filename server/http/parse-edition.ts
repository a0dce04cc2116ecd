/**
 * The edition an address asks for.
 *
 * @returns undefined when it names none; null when what it names can be no edition
 */
export function parseEdition(address: string): number | undefined | null {
  const given = new URL(address).searchParams.get('edition')
  if (given === null) return undefined
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null
}

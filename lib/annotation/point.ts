/** A place on Earth, degrees, WGS 84. */
export interface Point {
  /** -90 to 90. */
  latitude: number
  /** -180 to 180. */
  longitude: number
}

/** Six decimals of a degree are about a tenth of a metre. */
const DEGREES = /^-?\d{1,3}(?:\.\d{1,6})?$/

/** Reads "36.199,37.1634" (latitude first, a decimal point, no spaces); null for anything else or off the map. */
export function parsePoint(text: string): Point | null {
  const [latitude, longitude, ...more] = text.split(',').map((part) => (DEGREES.test(part) ? Number(part) : Number.NaN))
  if (latitude === undefined || longitude === undefined || more.length > 0) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** Writes a point as {@link parsePoint} reads it: six decimals at most, no zeros at the end. */
export function printPoint({ latitude, longitude }: Point): string {
  return [latitude, longitude]
    .map((degrees) =>
      degrees
        .toFixed(6)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0'),
    )
    .join(',')
}

/** The twelve base hues as sRGB: their line colour in the light theme (app/tokens.css), as other programs want it. */
const COLOURS = [
  '#3D7EDE',
  '#CD5630',
  '#139948',
  '#9065D0',
  '#AB7302',
  '#0A938E',
  '#CB4F73',
  '#728D05',
  '#6C72DD',
  '#B855A6',
  '#098DB2',
  '#C06403',
]
/** Their names, for tables that people write. */
const NAMES = ['blue', 'vermilion', 'green', 'violet', 'amber', 'teal', 'rose', 'lime', 'indigo', 'magenta', 'cyan', 'ochre']
/** Below this OKLab chroma a colour is a grey and has no hue to keep. */
const GREY = 0.03

/** "#RRGGBB" of a base hue 1 to 12. */
export function colourOfHue(hue: number): string {
  return COLOURS[hue - 1] ?? (COLOURS[0] as string)
}

export function nameOfHue(hue: number): string {
  return NAMES[hue - 1] ?? (NAMES[0] as string)
}

/** The base hue nearest in angle to "#RRGGBB" or "#RGB"; null for greys and what is no colour. Only the angle of a colour is kept. */
export function hueOfColour(colour: string): number | null {
  const known = COLOURS.indexOf(colour.toUpperCase())
  if (known >= 0) return known + 1
  const angle = oklabAngle(colour)
  if (angle === null) return null
  const distances = COLOURS.map((own) => angularDistance(oklabAngle(own) ?? 0, angle))
  return distances.indexOf(Math.min(...distances)) + 1
}

/** A base hue as people write it in a table: its name, its number or a colour; null when it is none of these. */
export function parseHue(text: string): number | null {
  const typed = text.trim().toLowerCase()
  if (/^([1-9]|1[0-2])$/.test(typed)) return Number(typed)
  const named = NAMES.indexOf(typed)
  return named >= 0 ? named + 1 : hueOfColour(typed)
}

/** Hue angle in OKLab, radians (B. Ottosson, "A perceptual color space for image processing", 2020). */
function oklabAngle(colour: string): number | null {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour)?.[1]
  if (!digits) return null
  const wide = digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join('') : digits
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => linear(Number.parseInt(wide.slice(at, at + 2), 16) / 255))
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return Math.hypot(a, bb) < GREY ? null : Math.atan2(bb, a)
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function angularDistance(a: number, b: number): number {
  const turn = Math.abs(a - b) % (2 * Math.PI)
  return Math.min(turn, 2 * Math.PI - turn)
}

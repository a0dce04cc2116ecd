/** Hues of the codebook, 1 to 12. */
export const MOST_HUES = 12

/** The number that stands for a person's colour (1 to 8) where a hue is asked for: 13 to 20 (`data-h` in app/tokens.css). */
export function personHue(colour: number): number {
  return MOST_HUES + colour
}

/** A colour of a mark as CSS; hue 0 is neutral and has none of its own. */
export function hueColour(hue: number, part: 'line' | 'wash' | 'tint'): string {
  return hue > MOST_HUES ? `var(--p${hue - MOST_HUES}-${part})` : `var(--h${hue}-${part})`
}

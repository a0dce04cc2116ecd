/** Light, dark, or what the system says. */
export const COLOUR_SCHEMES = ['light', 'dark', 'system'] as const
export type ColourSchemeChoice = (typeof COLOUR_SCHEMES)[number]

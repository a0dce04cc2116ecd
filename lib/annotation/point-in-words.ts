/** Coordinates as people read them; reads back as the same. */
export const pointInWords = (point: string) => point.replace(',', ', ')

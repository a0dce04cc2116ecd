let canvas: CanvasRenderingContext2D | null = null

/** A colour of the page as other programs know colours: "#rrggbb" and how much of it, 0 to 1. Design tokens are in oklch, which most do not. */
export function plainColour(colour: string): { hex: string; opacity: number } {
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas || colour === 'none' || colour === '') return { hex: 'none', opacity: 1 }
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = '#000'
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
  return { hex: `#${hex}`, opacity: Math.round((alpha / 255) * 100) / 100 }
}

/** The colour a picture stands on, as "#rrggbb". */
export function groundOf(picture: Element): string {
  return plainColour(getComputedStyle(picture.closest('.pane') ?? document.body).backgroundColor).hex
}

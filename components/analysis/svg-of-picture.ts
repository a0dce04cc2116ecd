import { groundOf, plainColour } from './plain-colour.ts'

const NAMESPACE = 'http://www.w3.org/2000/svg'
/** What of a computed style a file of its own needs. */
const KEPT = ['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'text-anchor', 'paint-order']
const FONT = ['font-size', 'font-weight']
/** What means something on the page only. */
const PAGE_ONLY = /^(class|id|role|tabindex|data-h|aria-.*)$/

/** A picture as it is drawn on the page, as an SVG file of its own: with the colours of the theme that is shown. */
export function svgOfPicture(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const drawn = [picture, ...picture.querySelectorAll<SVGElement>('*')]
  const copied = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [at, element] of copied.entries()) keepStyle(drawn[at] as SVGElement, element)
  for (const unseen of copy.querySelectorAll('[data-page-only]')) unseen.remove()
  const [, , width = '0', height = '0'] = (picture.getAttribute('viewBox') ?? '').split(' ')
  copy.setAttribute('xmlns', NAMESPACE)
  copy.setAttribute('width', width)
  copy.setAttribute('height', height)
  copy.prepend(ground(groundOf(picture)))
  return new XMLSerializer().serializeToString(copy)
}

function keepStyle(drawn: SVGElement, copy: SVGElement): void {
  const style = getComputedStyle(drawn)
  for (const name of copy.getAttributeNames()) if (PAGE_ONLY.test(name)) copy.removeAttribute(name)
  for (const name of ['fill', 'stroke']) {
    const { hex, opacity } = plainColour(style.getPropertyValue(name))
    copy.setAttribute(name, opacity === 0 ? 'none' : hex)
    if (opacity > 0 && opacity < 1) copy.setAttribute(`${name}-opacity`, String(opacity))
  }
  const isText = drawn.tagName === 'text'
  for (const name of isText ? [...KEPT, ...FONT] : KEPT) copy.setAttribute(name, style.getPropertyValue(name))
  if (isText) copy.setAttribute('font-family', 'Inter, Segoe UI, Roboto, Noto Sans, sans-serif')
}

function ground(colour: string): SVGRectElement {
  const rect = document.createElementNS(NAMESPACE, 'rect')
  rect.setAttribute('width', '100%')
  rect.setAttribute('height', '100%')
  rect.setAttribute('fill', colour)
  return rect
}

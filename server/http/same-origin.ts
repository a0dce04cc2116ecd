/**
 * Whether a request that changes something comes from our own pages. Browsers send Origin with every POST; whoever leaves
 * it out is no browser of ours.
 *
 * @param origin the origin people open in their browser
 */
export function isSameOrigin(request: Request, origin: string): boolean {
  return request.headers.get('origin') === origin
}

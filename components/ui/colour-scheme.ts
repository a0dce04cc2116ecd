import type { ColourSchemeChoice } from '#/lib/person/colour-scheme.ts'

const COOKIE = 'theme'
const YEAR_S = 365 * 24 * 3600

/** The `data-theme` of `<html>` for a cookie's value; undefined leaves it to the system. */
export function readColourScheme(cookie: string | undefined): 'light' | 'dark' | undefined {
  return cookie === 'light' || cookie === 'dark' ? cookie : undefined
}

/** What is set on the page now. In the browser only. */
export function currentScheme(): ColourSchemeChoice {
  return readColourScheme(document.documentElement.dataset.theme) ?? 'system'
}

/** Changes the page at once and keeps the choice in a cookie, so that the next first paint is right. In the browser only. */
export function chooseScheme(scheme: ColourSchemeChoice): void {
  if (scheme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = scheme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari releases we support
  document.cookie = `${COOKIE}=${scheme}; path=/; max-age=${scheme === 'system' ? 0 : YEAR_S}; samesite=lax`
}

import type { Situation } from '#/lib/keyboard/command.ts'
import { IN_DOCUMENT } from '#/lib/keyboard/command.ts'

const PAGES: Record<string, Situation> = { documents: 'documents', excerpts: 'excerpts', actors: 'actors', themes: 'themes' }

/** The situations that keys can meet on the page of this path. */
export function situationsOf(path: string): readonly Situation[] {
  const [, top, , page = '', item, part] = path.split('/')
  if (top !== 'w') return ['other']
  if (page === 'documents' && item) return part === 'history' ? ['history'] : IN_DOCUMENT
  return [(item ? undefined : PAGES[page]) ?? 'other']
}

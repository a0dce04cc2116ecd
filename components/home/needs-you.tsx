import Link from 'next/link'
import type { Waiting } from '#/lib/activity/waiting.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { firstName } from './deed-words.ts'

/** What waits for the reader; nothing at all when nothing does. */
export function NeedsYou({ workspaceId, waiting }: { workspaceId: string; waiting: Waiting }) {
  const { discussions, assigned, proposals, detached } = waiting
  const at = `/w/${workspaceId}`
  const rows = [
    discussions > 0 && { href: `${at}/comments`, words: t('{discussions} to answer', { discussions: counted(discussions, 'discussion') }) },
    assigned > 0 && { href: `${at}/comments`, words: t('{documents} assigned to you', { documents: counted(assigned, 'document') }) },
    proposals.count > 0 && {
      href: `${at}/proposals`,
      words: t('{proposals} for the codebook', { proposals: counted(proposals.count, 'proposal') }),
      detail: proposals.names.map(firstName).join(', '),
    },
    detached > 0 && {
      href: `${at}/excerpts?state=orphan`,
      words: t('{statements} detached', { statements: counted(detached, 'statement') }),
    },
  ].filter((row) => row !== false)
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t('Needs you')}</h2>
      <ul className="needs">
        {rows.map(({ href, words, detail }) => (
          <li key={words} className="row spread">
            <Link href={href} prefetch={false}>
              {words}
            </Link>
            {detail && (
              <span className="faint clip">
                <bdi>{detail}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

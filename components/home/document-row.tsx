import Link from 'next/link'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { counted } from '#/lib/counted.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute, languageName } from '#/lib/document/language-name.ts'
import type { HomeDocument } from './home-document.ts'
import type { Reader } from './use-readers.ts'

interface DocumentRowProps {
  href: string
  document: HomeDocument
  now: number
  /** Who has it open now. */
  readers: readonly Reader[]
  /** The one row that Tab reaches. */
  isTabStop: boolean
  onFocus: () => void
  onDetails?: () => void
  onRemove?: () => void
}

export function DocumentRow({ href, document, now, readers, isTabStop, onFocus, onDetails, onRemove }: DocumentRowProps) {
  const date = document.publishedOn && shortDate(document.publishedOn)
  return (
    <tr>
      <td>
        <span className="docs__line">
          <Link
            className="docs__title"
            href={href}
            lang={langAttribute(document.language)}
            tabIndex={isTabStop ? 0 : -1}
            onFocus={onFocus}
            title={document.title}
          >
            <bdi dir={document.direction}>{document.title}</bdi>
          </Link>
          {document.differs && (
            <span className="editedb" title="The text differs from the original">
              Edited since import
            </span>
          )}
        </span>
        <span className="docs__meta only-small num">
          <LanguageBadge tag={document.language} />
          <span className="clip">
            {document.outlet && (
              <>
                <bdi>{document.outlet}</bdi> ·{' '}
              </>
            )}
            {[date, counted(document.excerptCount, 'statement')].filter(Boolean).join(' · ')}
          </span>
        </span>
      </td>
      <td className="muted">
        <bdi className="clip" title={document.outlet}>
          {document.outlet}
        </bdi>
      </td>
      <td className="muted num">{date}</td>
      <td>
        <LanguageBadge tag={document.language} />
      </td>
      <td className="r">{document.excerptCount.toLocaleString('en')}</td>
      <td className="r muted">{document.wordCount.toLocaleString('en')}</td>
      <td className="muted">
        <span className="row">
          <TimeAgo at={document.updatedAt.getTime()} now={now} />
          {readers.length > 0 && (
            <span className="avatars">
              {readers.slice(0, 3).map((reader) => (
                <Avatar key={reader.id} person={reader} small detail="here now" />
              ))}
            </span>
          )}
        </span>
      </td>
      <td className="r">
        <RowMenu document={document} href={href} isTabStop={isTabStop} onDetails={onDetails} onRemove={onRemove} />
      </td>
    </tr>
  )
}

function RowMenu({ document, href, isTabStop, onDetails, onRemove }: Omit<DocumentRowProps, 'now' | 'readers' | 'onFocus'>) {
  return (
    <Menu
      label={`Actions for ${document.title}`}
      tabIndex={isTabStop ? 0 : -1}
      triggerClassName="ibtn"
      trigger={<Icon name="more" />}
      align="end"
    >
      <MenuLink href={href} icon="file">
        Open
      </MenuLink>
      {onDetails && (
        <MenuItem icon="pencil" onSelect={onDetails}>
          Details
        </MenuItem>
      )}
      {onRemove && (
        <MenuItem icon="bin" onSelect={onRemove}>
          Move to bin
        </MenuItem>
      )}
    </Menu>
  )
}

/** The language as a badge that is spoken in full. */
function LanguageBadge({ tag }: { tag: string }) {
  if (tag === 'und') return null
  return (
    <span className="langb" title={languageName(tag)}>
      <span aria-hidden="true">{tag.split('-')[0]}</span>
      <span className="sr">{languageName(tag)}</span>
    </span>
  )
}

import Link from 'next/link'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { counted } from '#/lib/counted.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute, languageName } from '#/lib/document/language-name.ts'
import { type DocumentStatus, STATUS_NAMES } from '#/lib/document/status.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { deedWords } from './deed-words.ts'
import { type HomeDocument, lastActivity } from './home-document.ts'
import { StatusMark } from './status-mark.tsx'
import { StatusMenu } from './status-menu.tsx'
import type { Reader } from './use-readers.ts'

interface DocumentRowProps {
  href: string
  document: HomeDocument
  now: number
  /** Who has it open now. */
  readers: readonly Reader[]
  /** The one row that Tab reaches. */
  isTabStop: boolean
  isTicked: boolean
  onFocus: () => void
  /** Missing: this reader may not. */
  onTick?: (on: boolean) => void
  onStatus?: (status: DocumentStatus) => void
  onAssign?: () => void
  onDetails?: () => void
  onRemove?: () => void
}

export function DocumentRow(props: DocumentRowProps) {
  const { href, document, now, readers, isTabStop, isTicked, onFocus, onTick, onStatus } = props
  const date = document.publishedOn && shortDate(document.publishedOn)
  return (
    <tr>
      <td>
        <span className="docs__line">
          {onTick && (
            <input
              type="checkbox"
              className="check docs__tick"
              aria-label={t('Select {title}', { title: document.title })}
              tabIndex={isTabStop ? 0 : -1}
              checked={isTicked}
              onChange={(event) => onTick(event.target.checked)}
            />
          )}
          <Link
            className="docs__title"
            dir={document.direction}
            href={href}
            lang={langAttribute(document.language)}
            tabIndex={isTabStop ? 0 : -1}
            onFocus={onFocus}
            title={document.title}
          >
            <bdi dir={document.direction}>{document.title}</bdi>
          </Link>
          {document.differs && (
            <span className="editedb" title={t('The text differs from the original')}>
              {t('Edited since import')}
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
            {[date, STATUS_NAMES[document.status], counted(document.excerptCount, 'statement')].filter(Boolean).join(' · ')}
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
      <td className="docs__status">
        <span className="row">
          {onStatus ? (
            <StatusMenu
              label={t('Status of {title}: {status}', { title: document.title, status: STATUS_NAMES[document.status] })}
              status={document.status}
              tabIndex={isTabStop ? 0 : -1}
              triggerClassName="statusset docs__set"
              trigger={<StatusMark status={document.status} />}
              onSelect={onStatus}
            />
          ) : (
            <StatusMark status={document.status} />
          )}
          <Faces people={document.assignees} detail={t('asked to work on it')} />
        </span>
      </td>
      <td>
        <Progress document={document} />
      </td>
      <td className="muted">
        <span className="row docs__last">
          <Faces people={readers} detail={t('here now')} />
          {document.lastDeed && <span className="clip docs__deed">{deedWords(document.lastDeed)}</span>}
          <span className="faint num">
            <TimeAgo at={lastActivity(document)} now={now} />
          </span>
        </span>
      </td>
      <td className="r">
        <RowMenu {...props} />
      </td>
    </tr>
  )
}

/** Share of the text that was read, and how much was found in it. */
function Progress({ document: { readShare, excerptCount } }: { document: HomeDocument }) {
  const percent = Math.round(readShare * 100)
  return (
    <span
      className="docs__prog"
      title={t('{percent}% of the text read, {statements}', { percent, statements: counted(excerptCount, 'statement') })}
    >
      <progress className="meter" max={100} value={percent} aria-label={t('{percent}% read', { percent })} />
      <span className="num">{numberWords(excerptCount)}</span>
      <span className="sr"> {t('{count, plural, one {statement} other {statements}}', { count: excerptCount })}</span>
    </span>
  )
}

/** At most three faces; the rest becomes a number. */
function Faces({ people, detail }: { people: readonly { id: string; name: string }[]; detail: string }) {
  if (people.length === 0) return null
  return (
    <span className="avatars">
      {people.slice(0, 3).map((person) => (
        <Avatar key={person.id} person={person} small detail={detail} />
      ))}
      {people.length > 3 && <span className="faint num">+{people.length - 3}</span>}
    </span>
  )
}

function RowMenu({ document, href, isTabStop, onAssign, onDetails, onRemove }: DocumentRowProps) {
  return (
    <Menu
      label={t('Actions for {title}', { title: document.title })}
      tabIndex={isTabStop ? 0 : -1}
      triggerClassName="ibtn"
      trigger={<Icon name="more" />}
      align="end"
    >
      <MenuLink href={href} icon="file">
        {t('Open')}
      </MenuLink>
      {onAssign && (
        <MenuItem icon="users" onSelect={onAssign}>
          {t('Assign')}
        </MenuItem>
      )}
      {onDetails && (
        <MenuItem icon="pencil" onSelect={onDetails}>
          {t('Details')}
        </MenuItem>
      )}
      {onRemove && (
        <MenuItem icon="bin" onSelect={onRemove}>
          {t('Move to bin')}
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

import { useMemo } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { languageName } from '#/lib/document/language-name.ts'
import { DOCUMENT_STATUSES, STATUS_NAMES } from '#/lib/document/status.ts'
import { t } from '#/lib/message/t.ts'
import type { DocumentFilter } from './filter-documents.ts'
import type { HomeDocument } from './home-document.ts'
import { STATUS_ICONS } from './status-mark.tsx'

interface DocumentFiltersProps {
  documents: readonly HomeDocument[]
  me: string
  filter: DocumentFilter
  onChange: (filter: DocumentFilter) => void
}

/** The filters beside the words: status, language, and what is assigned to who looks. */
export function DocumentFilters({ documents, me, filter, onChange }: DocumentFiltersProps) {
  const languages = useMemo(() => [...new Set(documents.map((document) => document.language))].sort(), [documents])
  return (
    <>
      <Menu trigger={<Trigger words={t('Status: {value}', { value: filter.status === null ? t('any') : STATUS_NAMES[filter.status] })} />}>
        <MenuChoice checked={filter.status === null} onSelect={() => onChange({ ...filter, status: null })}>
          {t('Any')}
        </MenuChoice>
        {DOCUMENT_STATUSES.map((status) => (
          <MenuChoice
            key={status}
            checked={filter.status === status}
            icon={STATUS_ICONS[status]}
            onSelect={() => onChange({ ...filter, status })}
          >
            {STATUS_NAMES[status]}
          </MenuChoice>
        ))}
      </Menu>
      {languages.length > 1 && (
        <Menu
          trigger={
            <Trigger words={t('Language: {value}', { value: filter.language === null ? t('any') : languageName(filter.language) })} />
          }
        >
          <MenuChoice checked={filter.language === null} onSelect={() => onChange({ ...filter, language: null })}>
            {t('Any')}
          </MenuChoice>
          {languages.map((tag) => (
            <MenuChoice key={tag} checked={filter.language === tag} onSelect={() => onChange({ ...filter, language: tag })}>
              {languageName(tag)}
            </MenuChoice>
          ))}
        </Menu>
      )}
      <button
        type="button"
        className="btn btn--quiet"
        aria-pressed={filter.assigneeId !== null}
        onClick={() => onChange({ ...filter, assigneeId: filter.assigneeId === null ? me : null })}
      >
        {t('Assigned to me')}
      </button>
    </>
  )
}

function Trigger({ words }: { words: string }) {
  return (
    <>
      {words}
      <Icon name="down" small />
    </>
  )
}

import { FORMAT_GROUPS, type FormatGroup, type FormatId } from '#/lib/format/export/export-format.ts'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { t } from '#/lib/message/t.ts'

interface FormatChoiceProps {
  value: FormatId
  onChange: (id: FormatId) => void
}

/** All formats by what they are for; arrow keys go through all of them. */
export function FormatChoice({ value, onChange }: FormatChoiceProps) {
  return (
    <div className="exports__formats" role="radiogroup" aria-label={t('Format')}>
      {FORMAT_GROUPS.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group within the radio group
        <div key={group} role="group" aria-label={nameOf(group)}>
          <p className="label" aria-hidden="true">
            {nameOf(group)}
          </p>
          {EXPORT_FORMATS.filter((format) => format.group === group).map(({ id, badge, words }) => {
            const { name, holds } = words()
            return (
              <label key={id} className="exports__format" data-chosen={id === value || undefined}>
                <input
                  type="radio"
                  name="format"
                  value={id}
                  checked={id === value}
                  onChange={() => onChange(id)}
                  data-focus-first={id === value || undefined}
                />
                <span className="fmtb">{badge}</span>
                <span>
                  {name}
                  <span className="exports__holds">{holds}</span>
                </span>
              </label>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function nameOf(group: FormatGroup): string {
  const names: Record<FormatGroup, () => string> = {
    table: () => t('Tables and data'),
    report: () => t('Reports'),
    tool: () => t('Annotation tools'),
    network: () => t('Networks'),
    references: () => t('References'),
  }
  return names[group]()
}

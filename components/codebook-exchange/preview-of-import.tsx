import type { ReactNode } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { RadioRow } from '#/components/ui/radio-row.tsx'
import { SumList } from '#/components/ui/sum-list.tsx'
import { codeWord } from '#/lib/annotation/code-word.ts'
import type { ImportPreview } from '#/lib/codebook/import/import-preview.ts'
import { counted } from '#/lib/counted.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

/** What a file brings beside the codebook: a count for the sum, and a list. */
export interface Beside {
  label: string
  count: number
  list: ReactNode
}

interface PreviewOfImportProps {
  fileName: string
  preview: ImportPreview
  problem: string | null
  as: BookSort
  onAs: (as: BookSort) => void
  beside?: Beside
}

/** What a file would do to the codebook. */
export function PreviewOfImport({ fileName, preview, problem, as, onAs, beside }: PreviewOfImportProps) {
  const { added, changed, unchanged, addedNames, changes, clashes, lost } = preview
  const adds = summary([
    [added.actors, 'actor'],
    [added.themes, 'theme'],
    [added.kinds, 'kind'],
  ])
  const alters = summary([
    [changed.actors, 'actor'],
    [changed.themes, 'theme'],
  ])
  const sums: [string, string][] = [
    [beside ? t('Adds to the codebook') : t('Adds'), adds || t('nothing')],
    [t('Changes'), alters || t('nothing')],
    [t('As they are'), numberWords(unchanged)],
  ]
  if (beside) sums.unshift([beside.label, numberWords(beside.count)])
  return (
    <div className="bookpreview">
      {problem && (
        <p className="fieldset__error" role="alert">
          {problem}
        </p>
      )}
      <p className="faint clip">
        {t('From “')}
        <bdi>{fileName}</bdi>”
      </p>
      <SumList sums={sums} />
      <RadioRow
        legend={t('What the file does not call an actor or a theme becomes')}
        name="as"
        choices={[
          { value: 'actor', label: t('an actor') },
          { value: 'theme', label: t('a theme') },
        ]}
        value={as}
        onChange={onAs}
      />
      {beside?.list}
      <Sentences title={t('Settled for you')} count={clashes.count} sentences={clashes.shown} />
      <Sentences title={t('Not carried over')} count={lost.count} sentences={lost.shown} />
      <Entries title={t('Added')} count={added.actors + added.themes + added.kinds} open={changes.length === 0}>
        {addedNames.map(({ sort, name }) => (
          <li key={`${sort} ${name}`}>
            <span className="faint">{codeWord(sort)}</span> <bdi>{name}</bdi>
          </li>
        ))}
      </Entries>
      <Entries title={t('Changed')} count={changed.actors + changed.themes} open>
        {changes.map(({ sort, name, fields }) => (
          <li key={`${sort} ${name}`}>
            <span className="faint">{codeWord(sort)}</span> <bdi>{name}</bdi> <span className="muted">{fields.join(', ')}</span>
          </li>
        ))}
      </Entries>
      {!beside && <p className="faint">{t('One change of the codebook, with one undo. What is here and not in the file stays.')}</p>}
    </div>
  )
}

function summary(parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => counted(count, noun))
    .join(', ')
}

function Sentences({ title, count, sentences }: { title: string; count: number; sentences: readonly string[] }) {
  if (count === 0) return null
  return (
    <section aria-label={title} className="bookpreview__note">
      <h3>
        <Icon name="alert" small />
        {title}
      </h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
      <More count={count} shown={sentences.length} />
    </section>
  )
}

/** A list that opens, with how long it is. */
export function Entries({ title, count, open, children }: { title: string; count: number; open: boolean; children: ReactNode[] }) {
  if (count === 0) return null
  return (
    <details className="bookpreview__list" open={open}>
      <summary>
        {title} <span className="num muted">{numberWords(count)}</span>
      </summary>
      <ul>{children}</ul>
      <More count={count} shown={children.length} />
    </details>
  )
}

function More({ count, shown }: { count: number; shown: number }) {
  return count > shown ? <p className="faint">{t('And {count} more.', { count: count - shown })}</p> : null
}

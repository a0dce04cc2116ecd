import Link from 'next/link'
import { ThemeChip } from '#/components/ui/theme-chip.tsx'
import type { AnalysisView } from '#/lib/analysis/view.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { excerptsPath, printAddress } from '#/lib/query/address.ts'
import { plus } from '#/lib/query/facet-keys.ts'
import { pickWords } from './pick-words.ts'
import { useSomeExcerpts } from './use-some-excerpts.ts'

/** How many are read here; the page of excerpts has all. */
const SHOWN = 20

/** The words behind what was chosen. */
export function ExcerptsPane({ workspaceId, view: { query, pick }, book }: { workspaceId: string; view: AnalysisView; book: NameBook }) {
  const asked = pick ? plus(query, pick.query) : query
  const { excerpts, total, problem, isLoading } = useSomeExcerpts(workspaceId, printAddress(asked).toString())
  const title = pick ? t('Excerpts of what is chosen') : t('Excerpts')
  return (
    <section className="pane pane--excerpts" aria-label={title} aria-busy={isLoading}>
      <div className="pane__head">
        <h2 className="read__title" dir="auto">
          {pick ? pickWords(pick, book) : title}
        </h2>
        <span className="muted num" role="status">
          {total !== null && !isLoading && numberWords(total)}
        </span>
        <span className="grow" />
        {total !== null && total > 0 && !isLoading && (
          <Link className="btn" href={excerptsPath(workspaceId, asked)} prefetch={false}>
            {t('Open all {total}', { total })}
          </Link>
        )}
      </div>
      {problem && <p className="pane__note">{problem}</p>}
      {!isLoading && !problem && excerpts.length === 0 && <p className="pane__note">{t('No excerpts match')}</p>}
      <ul className="read pane__scroll">
        {excerpts.slice(0, SHOWN).map((excerpt) => (
          <ReadExcerpt key={excerpt.annotationId} workspaceId={workspaceId} excerpt={excerpt} />
        ))}
      </ul>
    </section>
  )
}

function ReadExcerpt({ workspaceId, excerpt: { annotationId, document, quote, themes } }: { workspaceId: string; excerpt: Excerpt }) {
  const from = [document.outlet || document.title, document.publishedOn && shortDate(document.publishedOn)].filter(Boolean)
  return (
    <li>
      <div className="read__head">
        <span className="faint" dir="auto">
          {from.join(' · ')}
        </span>
        {themes.slice(0, 2).map(({ id, path, hue, stance }) => (
          <ThemeChip key={id} name={path.at(-1) ?? ''} hue={hue} stance={stance} />
        ))}
      </div>
      <Link
        className="read__quote"
        href={passagePath(workspaceId, document.id, annotationId)}
        prefetch={false}
        lang={langAttribute(document.language)}
        dir={document.direction}
      >
        {plainLines(quote)}
      </Link>
    </li>
  )
}

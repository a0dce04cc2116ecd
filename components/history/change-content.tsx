import { StatementChips } from '#/components/reader/statement-chips.tsx'
import { quoted, shorten } from '#/components/reader/statement-words.ts'
import { t } from '#/lib/message/t.ts'
import type { StatementChange } from '#/lib/version/history.ts'
import { useHistoryPlace } from './history-context.ts'
import { readTags } from './read-tags.ts'

/** Characters of a quote on a card. */
const QUOTE = 160

/** What differs in a statement: its words before and after, tags that came and went. */
export function ChangeContent({ change }: { change: StatementChange }) {
  const { kind, before, after } = change
  const { language } = useHistoryPlace()
  const quote = (words: string) => quoted(shorten(words, QUOTE), language)
  const isOther = before !== null && after !== null && before !== after
  return (
    <>
      {kind === 'changed' && <TagChange label={t('Tags added')} actors={change.actorsAdded} themes={change.themesAdded} />}
      {kind === 'changed' && <TagChange label={t('Tags removed')} actors={change.actorsRemoved} themes={change.themesRemoved} />}
      {before !== null && (isOther || after === null) && (
        <p className="card__q card__q--long" dir="auto">
          <del>{quote(before)}</del>
        </p>
      )}
      {after !== null && (
        <p className="card__q card__q--long" dir="auto">
          {isOther || kind === 'added' ? <ins>{quote(after)}</ins> : quote(after)}
        </p>
      )}
    </>
  )
}

function TagChange({ label, actors, themes }: { label: string; actors: string[]; themes: string[] }) {
  const { codebook } = useHistoryPlace()
  if (actors.length + themes.length === 0) return null
  return (
    <div className="tagchange">
      <span>{label}</span>
      <StatementChips annotation={readTags({ actors, themes })} codebook={codebook} />
    </div>
  )
}

import Link from 'next/link'
import { Icon } from '#/components/ui/icon.tsx'
import type { ClaimSubject } from '#/lib/claims/claim-subject.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { ClaimHead } from './claim-head.tsx'
import { Said, type ShownStatement } from './said.tsx'

interface ContradictionItemProps {
  workspaceId: string
  contradiction: ClaimSubject & {
    counts: { supports: number; opposes: number; documents: number }
    supports: readonly ShownStatement[]
    opposes: readonly ShownStatement[]
    closest: number | null
  }
}

/** Statements of a side that are shown before "more". */
const AT_FIRST = 3

/** One source on both sides of a theme: what it said for it and against it, by day, side by side. */
export function ContradictionItem({ workspaceId, contradiction }: ContradictionItemProps) {
  const { counts, closest, supports, opposes } = contradiction
  const facts = [
    counted(counts.documents, 'document'),
    closest === null ? '' : closest === 0 ? t('both sides on one day') : t('{days} between the sides', { days: counted(closest, 'day') }),
  ]
  return (
    <li className="claim">
      <ClaimHead workspaceId={workspaceId} claim={contradiction} facts={facts.filter(Boolean).join(' · ')} />
      <div className="claim__sides">
        <Side workspaceId={workspaceId} of={contradiction} stance="supports" said={supports} count={counts.supports} />
        <Side workspaceId={workspaceId} of={contradiction} stance="opposes" said={opposes} count={counts.opposes} />
      </div>
    </li>
  )
}

interface SideProps {
  workspaceId: string
  of: { actorId: string; themeId: string }
  stance: 'supports' | 'opposes'
  said: readonly ShownStatement[]
  count: number
}

function Side({ workspaceId, of: { actorId, themeId }, stance, said, count }: SideProps) {
  const list = (statements: readonly ShownStatement[]) => (
    <ol className="said">
      {statements.map((one) => (
        <li key={one.annotationId}>
          <Said workspaceId={workspaceId} said={one} />
        </li>
      ))}
    </ol>
  )
  const more = said.slice(AT_FIRST)
  return (
    <section className="claim__side">
      <h3>
        <Icon name={stance} small />
        {stance === 'supports' ? t('Supports') : t('Opposes')} <span className="num">{count}</span>
      </h3>
      {list(said.slice(0, AT_FIRST))}
      {more.length > 0 && (
        <details>
          <summary>{t('{more} more', { more: more.length })}</summary>
          {list(more)}
        </details>
      )}
      {count > said.length && (
        <Link className="claim__all" href={`/w/${workspaceId}/excerpts?actor=${actorId}.source&theme=${themeId}&stance=${stance}`}>
          {t('All {count} in the excerpts', { count })}
        </Link>
      )}
    </section>
  )
}

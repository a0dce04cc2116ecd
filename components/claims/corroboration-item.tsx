import type { ClaimSubject } from '#/lib/claims/claim-subject.ts'
import type { Stance } from '#/lib/codebook/codebook.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { ClaimHead } from './claim-head.tsx'
import { Said, type ShownStatement } from './said.tsx'

interface CorroborationItemProps {
  workspaceId: string
  claim: ClaimSubject & {
    stance: Stance
    counts: { statements: number; documents: number; outlets: number }
    origins: readonly (readonly ShownStatement[])[]
    isCut: boolean
  }
}

/** Origins that are shown before "more". */
const AT_FIRST = 4

/** A claim with the outlets that report it and the origins they go back to: each with its earliest words and who repeats them. */
export function CorroborationItem({ workspaceId, claim }: CorroborationItemProps) {
  const { counts, origins, isCut } = claim
  const facts = `${counted(counts.outlets, 'outlet')}, ${counted(origins.length, 'origin')} · ${counted(counts.documents, 'document')}`
  const list = (shown: typeof origins) => (
    <ol className="origins">
      {shown.map((origin) => (
        <Origin key={origin[0]?.annotationId} workspaceId={workspaceId} origin={origin} />
      ))}
    </ol>
  )
  return (
    <li className="claim">
      <ClaimHead workspaceId={workspaceId} claim={claim} facts={facts} />
      {origins.length === 1 && (
        <p className="claim__warning">{t('One origin: these outlets repeat each other. Nobody else confirms it.')}</p>
      )}
      {list(origins.slice(0, AT_FIRST))}
      {origins.length > AT_FIRST && (
        <details>
          <summary>{counted(origins.length - AT_FIRST, 'more origin')}</summary>
          {list(origins.slice(AT_FIRST))}
        </details>
      )}
      {isCut && (
        <p className="muted">{t('Only the first 300 of {statements} statements were compared.', { statements: counts.statements })}</p>
      )}
    </li>
  )
}

function Origin({ workspaceId, origin }: { workspaceId: string; origin: readonly ShownStatement[] }) {
  const [first, ...others] = origin
  if (!first) return null
  // One line for each other document: several passages of one are one report.
  const repeats = [
    ...new Map(others.filter(({ documentId }) => documentId !== first.documentId).map((said) => [said.documentId, said])).values(),
  ]
  return (
    <li>
      <Said workspaceId={workspaceId} said={first} />
      {repeats.length > 0 && (
        <div className="origins__repeats">
          <p className="label">{t('Also in')}</p>
          <ul>
            {repeats.map((said) => (
              <li key={said.annotationId}>
                <Said workspaceId={workspaceId} said={said} isShort />
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

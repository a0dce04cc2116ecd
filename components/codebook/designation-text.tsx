import type { Designation } from '#/lib/codebook/actor-details.ts'
import { validityWords } from '#/lib/codebook/validity.ts'
import { t } from '#/lib/message/t.ts'

/** A designation in words: as what, by whom, since when, where it is written. */
export function DesignationText({ designation: { label, issuer, source, ...validity } }: { designation: Designation }) {
  const days = validityWords(validity)
  const isAddress = /^https?:\/\/\S+$/i.test(source)
  return (
    <>
      <bdi className="detail__main">{label}</bdi>
      <span className="faint num">
        {issuer && <bdi>{issuer}</bdi>}
        {issuer && days && ', '}
        {days}
        {source && ' · '}
        {isAddress ? (
          <a href={source} target="_blank" rel="noopener noreferrer">
            {t('Source')}
          </a>
        ) : (
          <bdi>{source}</bdi>
        )}
      </span>
    </>
  )
}

import { Icon } from '#/components/ui/icon.tsx'
import { type ExternalId, externalIdAddress, externalIdWords } from '#/lib/codebook/external-id.ts'

/** An identifier, as a link where it leads somewhere, with what it says in words. */
export function ExternalIdLink({ externalId }: { externalId: ExternalId }) {
  const address = externalIdAddress(externalId)
  const words = externalIdWords(externalId)
  return (
    <span className="extid">
      {address ? (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {externalId.value} <Icon name="ext" small />
        </a>
      ) : (
        <bdi>{externalId.value}</bdi>
      )}
      {words && <span className="muted"> {words}</span>}
    </span>
  )
}

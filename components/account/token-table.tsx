import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { Button } from '#/components/ui/button.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { SCOPE_NAMES, type ShownToken } from '#/lib/api/token-input.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'

interface TokenTableProps {
  tokens: readonly ShownToken[]
  /** When the server drew it, ms since 1970. */
  now: number
  onRevoke: (token: ShownToken) => void
}

/** The tokens that are good, the newest first. */
export function TokenTable({ tokens, now, onRevoke }: TokenTableProps) {
  return (
    <ActionGrid
      label={t('Access tokens')}
      columns={[
        { name: t('Token') },
        { name: t('It may'), className: 'hide-small' },
        { name: t('Good until') },
        { name: t('Last used'), className: 'hide-small' },
      ]}
    >
      {tokens.map((token) => (
        <tr key={token.id}>
          <td className="name">
            {token.name} <bdi className="muted num" dir="ltr">{`…${token.ending}`}</bdi>
          </td>
          <td className="muted hide-small">{token.scopes.map((scope) => SCOPE_NAMES[scope]).join(', ')}</td>
          <td className="muted num">{token.expiresAt === null ? t('Until revoked') : shortDateOf(new Date(token.expiresAt))}</td>
          <td className="muted num hide-small">{token.lastUsedAt === null ? t('never') : <TimeAgo at={token.lastUsedAt} now={now} />}</td>
          <td className="r">
            <Button look="quiet" onClick={() => onRevoke(token)} aria-label={t('Revoke the token {name}', { name: token.name })}>
              {t('Revoke')}
            </Button>
          </td>
        </tr>
      ))}
    </ActionGrid>
  )
}

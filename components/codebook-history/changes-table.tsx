import { EntryTime } from '#/components/audit/entry-time.tsx'
import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { CodebookHistory, ToldVersion } from '#/lib/codebook/history.ts'
import { t } from '#/lib/message/t.ts'
import { FieldChangeLines } from './field-change-lines.tsx'
import { VersionMenu } from './version-menu.tsx'

interface ChangesTableProps {
  workspaceId: string
  history: CodebookHistory
  canManage: boolean
}

/** Changes of the codebook, newest first: each a sentence that opens on what was there before and after. */
export function ChangesTable({ workspaceId, history, canManage }: ChangesTableProps) {
  const names = new Map(history.named.map(({ version, name }) => [version, name]))
  return (
    <ActionGrid
      label={t('Changes of the codebook')}
      className="changes"
      columns={[{ name: t('Version'), className: 'r' }, { name: t('When'), className: 'changes__when' }, { name: t('What changed') }]}
    >
      {history.changes.map((change) => (
        <tr key={change.version} id={`v${change.version}`}>
          <td className="num r">{change.version}</td>
          <td className="muted num changes__when">
            <EntryTime at={change.at} />
          </td>
          <td>
            <Change change={change} name={names.get(change.version)} />
          </td>
          <td>
            <VersionMenu
              workspaceId={workspaceId}
              version={change.version}
              present={history.version}
              name={names.get(change.version)}
              canManage={canManage}
              undoAs={change.undoAs}
            />
          </td>
        </tr>
      ))}
    </ActionGrid>
  )
}

function Change({ change, name }: { change: ToldVersion; name: string | undefined }) {
  const { by, sentence, fields, undoneBy } = change
  const words = (
    <>
      <Avatar person={by} small decorative />
      <span className="changes__sentence">
        {sentence}.{undoneBy !== null && <span className="muted"> {t('Taken back in version {undoneBy}.', { undoneBy })}</span>}
        {name && (
          <span className="chip changes__name">
            <Icon name="tag" small />
            <bdi>{name}</bdi>
          </span>
        )}
        <span className="changes__whenbelow muted num">
          <EntryTime at={change.at} />
        </span>
      </span>
    </>
  )
  if (fields.length === 0) return <div className="changes__line">{words}</div>
  return (
    <details>
      <summary className="changes__line">
        {words}
        <Icon name="down" small />
      </summary>
      <FieldChangeLines fields={fields} />
    </details>
  )
}

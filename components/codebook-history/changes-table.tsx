import { EntryTime } from '#/components/audit/entry-time.tsx'
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
    <table className="grid changes" aria-label={t('Changes of the codebook')}>
      <thead>
        <tr>
          <th className="r">{t('Version')}</th>
          <th className="changes__when">{t('When')}</th>
          <th>{t('What changed')}</th>
          <th>
            <span className="sr">{t('Actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
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

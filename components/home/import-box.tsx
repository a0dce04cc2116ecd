import { ChooseFiles } from '#/components/imports/choose-files.tsx'
import { FILE_KINDS } from '#/components/imports/file-kinds.ts'
import { Icon } from '#/components/ui/icon.tsx'

/** Where files are dropped. The whole page takes them too; this says so and offers the ways without a mouse. */
export function ImportBox({ workspaceId, onPaste }: { workspaceId: string; onPaste: () => void }) {
  return (
    <div className="drop">
      <Icon name="upload" />
      <b>Drop files here</b>
      <p>
        {FILE_KINDS}, or a folder.{' '}
        <ChooseFiles workspaceId={workspaceId} className="linkbtn">
          Choose files
        </ChooseFiles>{' '}
        or{' '}
        <button type="button" className="linkbtn" onClick={onPaste}>
          paste text
        </button>
        .
      </p>
    </div>
  )
}

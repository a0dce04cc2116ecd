import { Button } from '#/components/ui/button.tsx'
import { langAttribute } from '#/lib/document/language-name.ts'
import type { HomeDocument } from './home-document.ts'

/** What was moved to the bin, to be taken out again. */
export function BinList({ bin, onRestore }: { bin: readonly HomeDocument[]; onRestore: (document: HomeDocument) => void }) {
  return (
    <section className="bin" aria-labelledby="bin-title">
      <h2 id="bin-title">
        Bin <span className="muted num">{bin.length}</span>
      </h2>
      <ul>
        {bin.map((document) => (
          <li key={document.id}>
            <span className="clip grow" title={document.title}>
              <bdi lang={langAttribute(document.language)}>{document.title}</bdi>
            </span>
            <Button look="quiet" aria-label={`Restore ${document.title}`} onClick={() => onRestore(document)}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

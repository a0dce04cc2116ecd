import { saveFile } from '#/components/ui/save-file.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import type { ReaderModel } from './reader-model.ts'
import { statementInFull } from './statement-words.ts'
import type { Person } from './use-people.ts'
import { writtenCopy } from './written-copy.ts'

/** Lets the browser save the document as this page has it: its words and its statements, as text. */
export function saveCopy(model: ReaderModel, title: string, person: (id: string) => Person): void {
  // What this reader hides belongs to the document all the same.
  const everything = model.ui.get().codebook.hiding(new Set())
  const statements = [...model.store.anchored(), ...model.store.orphans()].map(({ annotation }) => ({
    quote: annotation.quote.exact,
    says: statementInFull(annotation, everything),
    by: person(annotation.by).name,
    memos: annotation.memos.map(({ by, text }) => ({ by: person(by).name, text })),
  }))
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80) || 'document'
  saveFile(`${name}.txt`, 'text/plain;charset=utf-8', writtenCopy(title, canonicalText(model.source.text), statements))
}

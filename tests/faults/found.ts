import type * as Y from 'yjs'
import { layerMap } from '#/lib/annotation/layer.ts'
import { BLOCK_FORMAT } from '#/lib/text/block-code.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import type { Found } from './judge.ts'

/** Reads what a text and its layer hold, word by word and key by key, without the product's own readers. */
export function readFound(text: Y.Doc, layer: Y.Doc): Found {
  const values = new Map<string, string>()
  const words = new Map<string, number>()
  for (const { word, bold, kind } of readWords(text.getText(TEXT_NAME))) {
    words.set(word, (words.get(word) ?? 0) + 1)
    values.set(`word/${word}`, 'here')
    if (bold) values.set(`bold/${word}`, bold)
    if (kind) values.set(`kind/${word}`, kind)
  }
  const deleted = layerMap(layer, 'deleted')
  for (const id of layerMap(layer, 'annotation').keys()) values.set(`note/${id}`, deleted.has(id) ? 'deleted' : 'here')
  for (const [key, value] of layerMap(layer, 'memo')) values.set(`memo/${key.split('|')[0]}`, value.text)
  for (const [key, value] of layerMap(layer, 'theme')) values.set(`theme/${key.split('|')[0]}`, value.stance)
  return { values, words }
}

interface FormattedWord {
  word: string
  /** `yes` when all of it is bold, `partly` when some of it is; null: none. */
  bold: 'yes' | 'partly' | null
  /** Code of the paragraph that it begins; null for an ordinary one, or when it begins none. */
  kind: string | null
}

function* readWords(text: Y.Text): Generator<FormattedWord> {
  let word = ''
  let bold = 0
  /** Of the paragraph mark since which no word has come. */
  let kind: string | null = null
  const finish = function* (): Generator<FormattedWord> {
    if (!word) return
    yield { word, bold: bold === 0 ? null : bold === word.length ? 'yes' : 'partly', kind }
    word = ''
    bold = 0
    kind = null
  }
  for (const { insert, attributes } of text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]) {
    for (const letter of insert) {
      if (letter !== ' ' && letter !== '\n') {
        word += letter
        if (attributes?.bold) bold++
        continue
      }
      yield* finish()
      if (letter === '\n') kind = (attributes?.[BLOCK_FORMAT] as string | undefined) ?? null
    }
  }
  yield* finish()
}

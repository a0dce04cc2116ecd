import type { Codebook } from '#/lib/codebook/codebook.ts'
import { mapConditions } from './map-query.ts'
import { printQuery } from './print.ts'
import { type Condition, type Query, WORD_FIELDS, type WordField } from './query.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

/**
 * What was asked for, for the audit log: as it is written, actors and themes by name, long lists and people by number. Words that
 * were searched for are not repeated: they may be the document's.
 */
export function querySummary(query: Query, codebook: Codebook): string {
  const names = openVocabulary({ codebook, documents: [], people: [] })
  const vocabulary: Vocabulary = { ...names, nameOf: (field, id) => names.nameOf(field, id) ?? (KEPT.has(field) ? 'deleted' : id) }
  return printQuery(mapConditions(query, withoutSecrets), vocabulary)
}

const KEPT: ReadonlySet<string> = new Set(['actor', 'theme'])

function withoutSecrets(asked: Condition): Query {
  if (WORD_FIELDS.includes(asked.is as WordField)) return { is: asked.is as WordField, values: ['words searched for'] }
  if (asked.is === 'id') return { is: 'title', values: [`chosen statements: ${asked.values.length}`] }
  return asked.is === 'document' || asked.is === 'tagger' || asked.is === 'layer'
    ? { is: asked.is, values: [String(asked.values.length)] }
    : asked
}

import { decodeText } from '#/lib/format/import/decode-text.ts'
import { refuse } from '#/lib/format/import/import-result.ts'
import { isLabelStudio, readLabelStudio } from '#/lib/format/label-studio/read-label-studio.ts'
import { isWebAnnotations, readWebAnnotations } from '#/lib/format/web-annotation/read-web-annotations.ts'
import { t } from '#/lib/message/t.ts'
import type { ForeignReader } from './read-project.ts'

/** Reads the JSON of any program by what it says. */
export const readJsonProject: ForeignReader = (bytes) => {
  let json: unknown
  try {
    json = JSON.parse(decodeText(bytes).text.replace(/^\ufeff/, ''))
  } catch {
    return refuse('corrupt', t('This file is no JSON that can be read. Export it again and add the new copy.'))
  }
  if (isLabelStudio(json)) return readLabelStudio(json)
  if (isWebAnnotations(json)) return readWebAnnotations(json)
  return refuse('unsupported', t('This JSON is neither an export of Label Studio nor Web Annotations.'))
}

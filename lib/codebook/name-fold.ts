import { fold } from '#/lib/excerpt/fold.ts'

/**
 * The form in which names are compared while typing and reading: {@link fold}, without apostrophes and full stops
 * ("Hay'at" is "hayat", "U.S." is "us"), hyphens as spaces ("al-Sham" is "al sham").
 */
export function nameFold(text: string): string {
  return fold(text)
    .replace(/['".`\u02bb\u02be\u02bf]/g, '')
    .replace(/[-_/]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

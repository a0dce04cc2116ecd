/**
 * Marks a text that stands in a table and is spoken where it is drawn, by `t(text)`: when a module loads, no language is known.
 *
 * @param english the text itself, as a literal: `npm run messages` collects it
 */
export const said = (english: string): string => english

/**
 * What is left of a draft once the server has what was sent of it: nothing, or what was typed while it was on its way. Words that were
 * changed, not only added to, are all left.
 */
export function typedMeanwhile(draft: string | null, sent: string): string | null {
  if (draft === null || !draft.startsWith(sent)) return draft
  const more = draft.slice(sent.length).trim()
  return more === '' ? null : more
}

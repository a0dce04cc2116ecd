/** The calendar date a timestamp names, as YYYY-MM-DD, as it was written (no change of time zone); undefined when there is none. */
export function isoDate(text: string | undefined): string | undefined {
  const written = /(?<!\d)((?:1[5-9]|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(text ?? '')
  if (written) return checked(`${written[1]}-${written[2]}-${written[3]}`)
  if (!text || !/\b(?:1[5-9]|20)\d\d\b/.test(text)) return undefined
  // "Tue, 03 Dec 2024 23:10:00 +0300": parse the date alone, so that the zone cannot move it.
  const day = /\b(\d{1,2}\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+\d{4})\b/.exec(text)?.[1]
  const time = day ? Date.parse(`${day} UTC`) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}

function checked(date: string): string | undefined {
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date
}

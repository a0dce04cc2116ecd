import { parseCsv as parse } from 'hucre/csv'

/** The records of a CSV text (RFC 4180), all cells as they stand: read by another program than the one that wrote it. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  return parse(text, { delimiter }).map((row) => row.map(String))
}

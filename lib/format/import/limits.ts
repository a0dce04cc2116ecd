const MB = 1024 * 1024

/** What one import may cost. */
export const IMPORT_LIMITS = {
  /** Bytes of an uploaded file. */
  file: 50 * MB,
  /** Bytes a zip archive (DOCX) may grow to, counted while inflating: declared sizes lie. */
  inflated: 200 * MB,
  /** Times its own size that an archive may grow to, once it is large at all. */
  ratio: 100,
  zipEntries: 2000,
  /** Bytes of the extracted text as UTF-8. */
  text: 20 * MB,
  /** Heap of the process that reads one file. */
  heapMb: 512,
  /** Milliseconds one file may take. */
  time: 30_000,
} as const

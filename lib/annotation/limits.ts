/** Longest memo, in UTF-16 units. */
export const MEMO_LENGTH = 8192
/** Longest fact value, in UTF-16 units: a chain of reported speech; other facts have bounds of their own. */
export const FACT_LENGTH = 4096
/** Largest change of a layer taken in one message, in bytes; an offline day of 5,000 statements is about 1.5 MB. */
export const LAYER_UPDATE_BYTES = 4 * 1024 * 1024

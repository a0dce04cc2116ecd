import { t } from '#/lib/message/t.ts'

const WORDS: Readonly<Record<string, string>> = {
  get source() {
    return t('source')
  },
  get recipient() {
    return t('recipient')
  },
  get mentioned() {
    return t('mentioned')
  },
  get supports() {
    return t('supports')
  },
  get opposes() {
    return t('opposes')
  },
  get neutral() {
    return t('neutral')
  },
  get mixed() {
    return t('mixed')
  },
  get none() {
    return t('none')
  },
  get asserted() {
    return t('asserted')
  },
  get negated() {
    return t('negated')
  },
  get planned() {
    return t('planned')
  },
  get hypothetical() {
    return t('hypothetical')
  },
  get historical() {
    return t('historical')
  },
  get certain() {
    return t('certain')
  },
  get probable() {
    return t('probable')
  },
  get possible() {
    return t('possible')
  },
  get doubtful() {
    return t('doubtful')
  },
  get exact() {
    return t('exact')
  },
  get near() {
    return t('near')
  },
  get region() {
    return t('region')
  },
  get country() {
    return t('country')
  },
  get proposed() {
    return t('proposed')
  },
  get archived() {
    return t('archived')
  },
  get actor() {
    return t('actor')
  },
  get theme() {
    return t('theme')
  },
  get tagger() {
    return t('tagger')
  },
  get status() {
    return t('status')
  },
  get kind() {
    return t('kind')
  },
}

/** How people read a code that statements and entries hold: a role, stance, status, certainty, precision, state or sort. */
export function codeWord(code: string): string {
  return WORDS[code] ?? code
}

/** The same as it stands alone: with a capital letter. */
export function codeName(code: string): string {
  return codeWord(code).replace(/^./u, (letter) => letter.toUpperCase())
}

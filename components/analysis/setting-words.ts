import type { ViewSettings } from '#/lib/analysis/view.ts'
import { roleName, stanceName } from '#/lib/excerpt/filter-options.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

type Words = { [Name in keyof ViewSettings]: () => { label: string; values: Record<ViewSettings[Name], string> } }

/** What each setting of the analysis page is called, and each of its values. */
const WORDS: Words = {
  matrix: () => ({ label: t('What is counted'), values: { actors: t('Actors by themes'), themes: t('Themes by themes') } }),
  role: () => ({
    label: t('Role'),
    values: { any: t('Any role'), source: roleName('source'), recipient: roleName('recipient'), mentioned: roleName('mentioned') },
  }),
  stance: () => ({
    label: t('Stance'),
    values: {
      any: t('Any stance'),
      supports: stanceName('supports'),
      opposes: stanceName('opposes'),
      neutral: stanceName('neutral'),
      mixed: stanceName('mixed'),
      none: stanceName('none'),
    },
  }),
  rows: () => ({ label: t('Actors are counted'), values: { actor: t('Each actor'), parent: t('With what belongs to them') } }),
  columns: () => ({ label: t('Themes are counted'), values: { theme: t('Each theme'), branch: t('Whole branches') } }),
  within: () => ({
    label: t('How near'),
    values: {
      statement: t('In one statement'),
      sentence: t('In the same sentence'),
      paragraph: t('In the same paragraph'),
      document: t('In the same document'),
    },
  }),
  network: () => ({
    label: t('Network'),
    values: { addresses: t('Source to recipient'), agreement: t('Agreement'), conflict: t('Conflict') },
  }),
  weight: () => ({
    label: t('A stance taken more than once counts'),
    values: { once: t('Once'), document: t('Once per document'), statement: t('Every time') },
  }),
  norm: () => ({
    label: t('Divided by'),
    values: {
      no: t('Nothing'),
      average: t('Average activity'),
      jaccard: t('All they say (Jaccard)'),
      cosine: t('Length of both (cosine)'),
    },
  }),
  ties: () => ({
    label: t('Strongest ties'),
    values: { '30': numberWords(30), '60': numberWords(60), '120': numberWords(120), '300': numberWords(300) },
  }),
  dates: () => ({ label: t('Date'), values: { published: t('Document date'), happened: t('Event date') } }),
  period: () => ({
    label: t('One bar is'),
    values: { fit: t('As fits'), day: t('A day'), week: t('A week'), month: t('A month'), quarter: t('A quarter'), year: t('A year') },
  }),
}

export function settingWords<Name extends keyof ViewSettings>(name: Name): { label: string; values: Record<ViewSettings[Name], string> } {
  return WORDS[name]()
}

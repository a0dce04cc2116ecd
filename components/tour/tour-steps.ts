import { t } from '#/lib/message/t.ts'

export interface TourStep {
  title: string
  words: string
  /** The part of the page it is about, a selector. */
  about: string
}

/** The first things to know about the reader, in the order in which one needs them. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    get title() {
      return t('Select words to tag them')
    },
    get words() {
      return t('Drag over a few words, or double-click one. The tag popover opens: say who speaks and what it is about, then press Enter.')
    },
    about: '.column',
  },
  {
    get title() {
      return t('Every passage is a statement')
    },
    get words() {
      return t(
        'Its card says who, what, and who tagged it. Click marked words, a bar or a card to open it; J and K go on and back. Comment there.',
      )
    },
    about: '.cards',
  },
  {
    get title() {
      return t('The codebook is at hand')
    },
    get words() {
      return t(
        'Click an actor or a theme to see its passages alone. With words selected, the same click tags them. Press / to find one by any of its names.',
      )
    },
    about: '.book',
  },
  {
    get title() {
      return t('Everything has a key')
    },
    get words() {
      return t('T tags, C comments, Ctrl+E changes to editing the text and back. Press ? for all keys, Ctrl+K for everything else.')
    },
    about: '.viewbar',
  },
]

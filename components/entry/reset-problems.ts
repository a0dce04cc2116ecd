import { t } from '#/lib/message/t.ts'

/** Why a link to a new password does not work. */
export const RESET_PROBLEMS = {
  get unknown() {
    return t('It is not one of ours. Check that it was copied whole, or ask for a new one.')
  },
  get expired() {
    return t('It has expired: such a link works for two hours. Ask for a new one.')
  },
  get used() {
    return t('It was used already, or another link of yours was. If that was not you, ask for a new one at once.')
  },
  get 'too-many-tries'() {
    return t('Too many links that do not work came from here. Wait a quarter of an hour, then try again.')
  },
} as const

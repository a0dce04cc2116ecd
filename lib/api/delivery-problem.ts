import { said } from '#/lib/message/said.ts'
import { t } from '#/lib/message/t.ts'

/** What can go wrong with a delivery beside an answer; kept in English, spoken where it is drawn. */
export const NOT_OPEN = said('The address is not on the open Internet, and nothing is sent there.')
export const NO_ANSWER = said('No answer in time.')
export const noConnection = (code: string): string => `No connection (${code}).`

/** Why the server switches a webhook off. */
export const IN_VAIN = said('Deliveries were tried for a day and a half in vain.')
export const UNWANTED = said('The receiver answered 410: it wants no more.')

/** What the answer of a receiver comes to: empty for a delivery that was taken. @param status of HTTP */
export function problemOfAnswer(status: number): string {
  if (status >= 200 && status < 300) return ''
  return status >= 300 && status < 400 ? `It answered ${status}, a redirect. Give the address it leads to.` : `It answered ${status}.`
}

/** The same in the language of the page. @param answer status of HTTP; null: there was none */
export function deliveryProblemWords({ answer, problem }: { answer: number | null; problem: string }): string {
  if (problem === '') return ''
  if (answer !== null && answer >= 300 && answer < 400)
    return t('It answered {status}, a redirect. Give the address it leads to.', { status: String(answer) })
  if (answer !== null) return t('It answered {status}.', { status: String(answer) })
  const code = /^No connection \((.*)\)\.$/.exec(problem)?.[1]
  return code === undefined ? t(problem) : t('No connection ({code}).', { code })
}

import { STEPS, type Step } from '#/lib/analysis/quantile-steps.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

/** What the shades and the lines under the counts mean. */
export function MatrixLegend({ steps, withStances }: { steps: readonly Step[]; withStances: boolean }) {
  const words = steps.map(({ from, to }) =>
    to === null ? t('{from} or more', { from }) : from === to ? numberWords(from) : t('{from} to {to}', { from, to }),
  )
  return (
    <div className="mxlegend">
      {steps.length > 0 && (
        <span>
          <span className="mxlegend__steps" data-h="1" aria-hidden="true">
            {steps.map(({ from }, at) => (
              <i key={from} data-q={STEPS - steps.length + at + 1} />
            ))}
          </span>
          {words.join(', ')}
        </span>
      )}
      {withStances && (
        <>
          <span>
            <i className="mxlegend__for" aria-hidden="true" />
            {t('supports')}
          </span>
          <span>
            <i className="mxlegend__against" aria-hidden="true" />
            {t('opposes')}
          </span>
        </>
      )}
    </div>
  )
}

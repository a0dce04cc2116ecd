/** The twenty kinds of event of CAMEO (Schrodt, Conflict and Mediation Event Observations: Event and Actor Codebook, 2012), by the first two digits of a code. */
const KINDS: Readonly<Record<string, string>> = {
  '01': 'Make public statement',
  '02': 'Appeal',
  '03': 'Express intent to cooperate',
  '04': 'Consult',
  '05': 'Engage in diplomatic cooperation',
  '06': 'Engage in material cooperation',
  '07': 'Provide aid',
  '08': 'Yield',
  '09': 'Investigate',
  '10': 'Demand',
  '11': 'Disapprove',
  '12': 'Reject',
  '13': 'Threaten',
  '14': 'Protest',
  '15': 'Exhibit military posture',
  '16': 'Reduce relations',
  '17': 'Coerce',
  '18': 'Assault',
  '19': 'Fight',
  '20': 'Use unconventional mass violence',
}

/** What a code belongs to, as the name of a theme: "06 Engage in material cooperation", or the bare digits for a kind of none. */
export function cameoKind(code: string): string {
  const digits = code.slice(0, 2)
  return [digits, KINDS[digits]].filter(Boolean).join(' ')
}

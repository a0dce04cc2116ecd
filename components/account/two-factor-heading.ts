/** The heading over the second factor. */
export const TWO_FACTOR_HEADING = 'account-two-factor'

/** Keeps the keyboard's place: the control that was used goes away with its step, and the heading over it takes the focus. */
export function focusTwoFactorHeading(): void {
  document.getElementById(TWO_FACTOR_HEADING)?.focus()
}

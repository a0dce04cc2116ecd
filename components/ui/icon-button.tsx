import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'

interface IconButtonProps extends ComponentProps<'button'> {
  icon: IconName
  /** The accessible name; also shown as the tooltip. */
  label: string
  small?: boolean
}

/** A button that shows only an icon and is named in words. */
export function IconButton({ icon, label, small = false, className, ...rest }: IconButtonProps) {
  const classes = ['ibtn', small && 'ibtn--s', className].filter(Boolean).join(' ')
  return (
    <button type="button" title={label} {...rest} className={classes} aria-label={label}>
      <Icon name={icon} small={small} />
    </button>
  )
}

import { type IconName, iconDrawing } from './icon-drawings.ts'

interface IconProps {
  name: IconName
  /** 13 px instead of 16. */
  small?: boolean
  className?: string
}

/** A drawing beside words or inside a named button. Never carries meaning alone, so it is hidden from screen readers. */
export function Icon({ name, small = false, className }: IconProps) {
  const { line, fill, dash } = iconDrawing(name)
  const classes = ['icon', small && 'icon--s', className].filter(Boolean).join(' ')
  return (
    <svg className={classes} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {line && <path d={line} strokeDasharray={dash} />}
      {fill && <path d={fill} fill="currentColor" stroke="none" />}
    </svg>
  )
}

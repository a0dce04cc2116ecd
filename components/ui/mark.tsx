/** The product's sign: two facing brackets with the line between them. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="4.5" fill="currentColor" />
      <path
        className="mark__cut"
        d="M5.5 5h3.2c.8 0 1.3.5 1.3 1.3v7.4c0 .8-.5 1.3-1.3 1.3H5.5M14.5 5h-3.2c-.8 0-1.3.5-1.3 1.3v7.4c0 .8.5 1.3 1.3 1.3h3.2"
      />
    </svg>
  )
}

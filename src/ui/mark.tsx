/** The mark of Daqiao: two piers and an arc. Decorative unless it is given a `title`. */
export function Mark({ size = 28, title }: { size?: number; title?: string }) {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.2"
      strokeLinecap="butt"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <path d="M2 20.5A16.4 16.4 0 0 1 30 20.5" />
      <path d="M9 15v12M23 15v12" />
    </svg>
  )
}

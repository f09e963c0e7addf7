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
      strokeWidth="3"
      strokeLinecap="square"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <path d="M4 26.5v-8a12 12 0 0 1 24 0v8" />
      <path d="M2.5 26.5h8M21.5 26.5h8" />
    </svg>
  )
}

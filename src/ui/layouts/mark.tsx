/** The product's own mark: a star in a ring with one door. It stands where an office puts its sign; it is not the state emblem. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="18" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path class="mark__star" d="m20 6.5 3.1 9.4h9.9l-8 5.8 3 9.4-8-5.8-8 5.8 3-9.4-8-5.8h9.9z" fill="currentColor" />
    </svg>
  )
}

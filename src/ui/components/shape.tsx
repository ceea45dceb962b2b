import { raw } from 'hono/html'

/** A small drawn mark that carries a state beside its word; drawn, because fonts lack some of them or differ in size. */
export const Shape = ({ shape }: { shape: ShapeName }) => SHAPES[shape]

const MARKS = {
  circle: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  triangle: <path d="M6 1 11.5 11H.5z" fill="currentColor" />,
  square: <path d="M1.5 1.5h9v9h-9z" fill="currentColor" />,
  bars: <path d="M2 1.5h3v9H2zM7 1.5h3v9H7z" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" />,
  tick: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" stroke-width="2.2" />,
  cross: <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" stroke-width="2.2" />,
}

/** ● in time · ◐ past half · ▲ near · ■ late · ‖ paused · ○ ended · ✓ done · ✕ refused */
export type ShapeName = keyof typeof MARKS

/** Made once: a list shows the same mark on each of its rows. */
const SHAPES = Object.fromEntries(
  Object.entries(MARKS).map(([name, mark]) => [
    name,
    raw(
      String(
        <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
          {mark}
        </svg>,
      ),
    ),
  ]),
) as Record<ShapeName, ReturnType<typeof raw>>

/** How measured figures are printed. */
import type { Measured, Row } from './row.ts'

export interface Figure {
  value: number
  unit: string
  reference: number
  ratio: number
  reach?: string
}

export const figureOf = ({ unit, reach }: Row, { value, reference }: Measured): Figure => ({
  value: rounded(value),
  unit,
  reference: rounded(reference),
  ratio: rounded(value / reference),
  reach,
})

/** One object `{ name: { value, unit, reference, ratio } }`. */
export const jsonOf = (figures: Record<string, Figure>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(figures).map(([name, { value, unit, reference, ratio }]) => [name, { value, unit, reference, ratio }]),
    ),
  )

export function tableOf(figures: Record<string, Figure>): string {
  const lines = Object.entries(figures).map(([name, { value, unit, reference, ratio, reach = 'reported' }]) => [
    name,
    `${value} ${unit}`,
    `${reference} ${unit}`,
    String(ratio),
    reach,
  ])
  const all = [['name', 'value', 'reference', 'ratio', 'reach'], ...lines]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  return all
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** Three digits that mean something: more would be noise. */
const rounded = (figure: number): number => (figure >= 100 ? Math.round(figure) : Number(figure.toPrecision(3)))

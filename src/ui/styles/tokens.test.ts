import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

const PAPER = ['paper', 'ground', 'shade']

/** Text and what it stands on: WCAG 1.4.3, 4.5 to 1. */
const TEXT_PAIRS: [string, string][] = [
  ...PAPER.flatMap((under): [string, string][] => [
    ['ink', under],
    ['muted', under],
  ]),
  ...['paper', 'ground'].flatMap((under): [string, string][] => ['link', 'late', 'ok', 'near', 'paused'].map((text) => [text, under])),
  ...['ok', 'near', 'late', 'paused', 'link'].map((state): [string, string] => [state, `${state}-ground`]),
  ...['ok', 'near', 'late', 'paused', 'link'].map((state): [string, string] => ['ink', `${state}-ground`]),
  // White figures in the clock bar.
  ['paper', 'paused'],
  ['paper', 'link'],
  ['paper', 'late'],
  ['paper', 'ink'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-deep'],
]

/** Edges and marks that carry meaning: WCAG 1.4.11, 3 to 1. */
const MARK_PAIRS: [string, string][] = [
  ['line', 'paper'],
  ['line', 'ground'],
  ['accent', 'paper'],
  ['accent', 'ground'],
  ['gold', 'brand'],
  // The ring is gold inside ink: one of the two shows on anything.
  ['gold', 'ring'],
]

describe.each([
  ['light', []],
  ['dark', ['(prefers-color-scheme: dark)']],
  ['light, more contrast', ['(prefers-contrast: more)']],
  [
    'dark, more contrast',
    ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-contrast: more) and (prefers-color-scheme: dark)'],
  ],
])('%s', (name, media) => {
  const colours = scheme(media)
  const wanted = name.includes('more') ? 7 : 4.5

  it.each(TEXT_PAIRS)(`%s on %s reads at ${wanted} to 1`, (text, under) => {
    // The band keeps white on its red; red that gave 7 with white would be brown.
    const least = text === 'on-brand' ? 4.5 : wanted
    expect(contrast(colours, text, under)).toBeGreaterThanOrEqual(least)
  })

  it.each(MARK_PAIRS)('%s shows on %s at 3 to 1', (mark, under) => {
    expect(contrast(colours, mark, under)).toBeGreaterThanOrEqual(3)
  })
})

it('keeps every colour in the tokens', () => {
  const strays = ['base.css', 'layouts/header.css', 'components/button.css', 'components/table.css', 'components/tag.css'].flatMap((file) =>
    [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([colour]) => `${file} ${colour}`),
  )
  expect(strays).toEqual([])
})

/** The colours in force when these media queries match, in the order of the file. */
function scheme(media: string[]): Map<string, string> {
  const blocks = [
    ['', source.slice(0, source.indexOf('@media'))],
    ...[...source.matchAll(/@media (.+?) \{([\s\S]*?\n)\}/g)].map((found) => found.slice(1)),
  ]
  const inForce = blocks.filter(([condition = '']) => condition === '' || media.includes(condition))
  return new Map(
    inForce.flatMap(([, body = '']) =>
      [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  )
}

function contrast(colours: Map<string, string>, one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map((name) => luminance(colours.get(name) ?? '')).sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new Error(`not a colour: ${colour}`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

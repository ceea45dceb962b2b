/**
 * Barcodes as one-path SVG, a tenth of what a library draws. Code 128 is coded by bwip-js, QR by uqr, whose ten times faster coding keeps a receipt within
 * its time.
 * Both symbols carry their quiet zone (Code 128: 10 modules each side, ISO/IEC 15417; QR: 4 modules around, ISO/IEC 18004).
 */
import bwip from 'bwip-js/node'
import { encode } from 'uqr'

export interface Barcode {
  kind: 'code128' | 'qr'
  /** What a reader shall read. No personal data. */
  text: string
}

const CODE128_QUIET = 10
const QR_QUIET = 4
/** Height of the bars in modules; the template stretches the picture to the size it wants. */
const CODE128_HEIGHT = 20

export const barcodeSvg = ({ kind, text }: Barcode): string => (kind === 'qr' ? qrSvg(text) : code128Svg(text))

function code128Svg(text: string): string {
  const [symbol] = bwip.raw({ bcid: 'code128', text })
  if (!symbol || !('sbs' in symbol)) throw new Error('code128: no symbol')
  let x = CODE128_QUIET
  let path = ''
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) path += bar(x, 0, width, CODE128_HEIGHT)
    x += width
  }
  return svg(x + CODE128_QUIET, CODE128_HEIGHT, path)
}

function qrSvg(text: string): string {
  // Trying all masks takes ten times as long; whether a symbol can be read does not hang on the mask (pdf.test.ts reads them back).
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, maskPattern: 1, border: 0 })
  let path = ''
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      const start = x
      while (row[x]) x++
      if (x > start) path += bar(start + QR_QUIET, y + QR_QUIET, x - start, 1)
    }
  }
  return svg(size + 2 * QR_QUIET, size + 2 * QR_QUIET, path)
}

const bar = (x: number, y: number, width: number, height: number): string => `M${x} ${y}h${width}v${height}h-${width}z`

const svg = (width: number, height: number, path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path d="${path}"/></svg>`

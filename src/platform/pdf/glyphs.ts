/**
 * Which characters a TrueType font can draw, read from its `cmap` table (OpenType 1.9, formats 4 and 12). PDF/A forbids a character without a glyph, so what the
 * paper's font lacks must be known before it is set.
 */
export function readCoverage(font: Buffer): Set<number> {
  const covered = new Set<number>()
  const cmap = tableOffset(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < count; index++) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + index * 8)
    const format = font.readUInt16BE(subtable)
    if (format === 4) addFormat4(font, subtable, covered)
    if (format === 12) addFormat12(font, subtable, covered)
  }
  return covered
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`font without a ${tag} table`)
}

function addFormat4(font: Buffer, at: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = font.readUInt16BE(ends + segment)
    const start = font.readUInt16BE(starts + segment)
    const delta = font.readUInt16BE(deltas + segment)
    const range = font.readUInt16BE(ranges + segment)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const listed = range === 0 ? code : font.readUInt16BE(ranges + segment + range + (code - start) * 2)
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
}

function addFormat12(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12)
  for (let group = 0; group < groups; group++) {
    const record = at + 16 + group * 12
    for (let code = font.readUInt32BE(record); code <= font.readUInt32BE(record + 4); code++) covered.add(code)
  }
}

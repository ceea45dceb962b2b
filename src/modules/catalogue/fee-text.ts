/** What the text beside a fee says about money. */

const AMOUNT =
  /(\d{1,3}(?:[.,\s]\d{3})+|\d{4,})\s*(?:đồng|đ(?!\p{L})|vnđ|vnd|₫)|(\d{1,3}(?:\.\d{3})+)(?![\d/.])|(\d+(?:,\d+)?)\s*triệu(?:\s*đồng)?/giu

/** Amounts in đồng that the text states: `150.000 đồng/giấy` → 150000, `2 triệu đồng` → 2000000. */
export const amountsInText = (text: string): number[] =>
  [...text.normalize('NFC').matchAll(AMOUNT)].map(([, named, bare, million]) =>
    million ? Number(million.replace(',', '.')) * 1_000_000 : Number((named ?? bare ?? '').replace(/\D/g, '')),
  )

const NOTHING = /^[\s\-–(*:.]*(miễn|không|chưa quy định|0\s*(đồng|đ|vnđ|vnd)?\b|$)/iu

/** The text says that nothing is paid ("Miễn phí", "Không thu lệ phí"), or says nothing at all. */
export const saysFree = (text: string): boolean => NOTHING.test(text.normalize('NFC'))

/**
 * Folds Vietnamese text for search: without marks, lower case, single spaces. Old and new tone placement (Hoà/Hòa, thuỷ/thủy) fall together because
 * the marks are dropped; đ becomes d. The same folding is stored in `search_…` columns and applied to what is typed.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.@/-]+/gu, ' ')
    .trim()
}

/** A word as part of a `like` pattern, where `%` and `_` mean themselves. */
export const escapeLike = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

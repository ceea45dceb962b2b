const OPENING = /^(thủ tục|tthc)\s+(?=\S)/iu

/** A procedure's name for a narrow column: nearly all begin with “Thủ tục”, which would push what tells them apart out of sight. */
export function shortProcedureName(name: string): string {
  const rest = name.replace(OPENING, '')
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}

/** Joins class names and leaves out what is empty: `classes('button', isSmall && 'button--small')`. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')

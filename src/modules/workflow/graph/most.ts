/** How large a graph may be; beside the schema, which the browser does not get. */
export const MAX_NODES = 300
export const MAX_FLOWS = 600
export const MAX_LANES = 60
export const MAX_LEGS = 40

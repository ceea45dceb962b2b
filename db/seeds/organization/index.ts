/** The organisation of the demonstration province. `seedReference` is for every installation, the rest only for the demonstration. */
export { seedReference } from '../reference.ts'
export { CENTRE, ROOT } from './quang-tri.ts'
export { demonstrationPassword, seedOrganization } from './seed-organization.ts'
export { demonstrationAccounts } from './staffing.ts'

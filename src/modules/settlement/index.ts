/** Giải quyết: what happens to a dossier between reception and result apart from the steps of its process. */
export { settlementRights } from './rights.ts'

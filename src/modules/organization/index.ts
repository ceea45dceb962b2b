/** Units with validity dates and agency codes, their counters and positions, and administrative areas. See README.md. */
export { addUnit, unitSearchName } from './actions/add-unit.ts'
export { closeUnit } from './actions/close-unit.ts'
export { editUnit } from './actions/edit-unit.ts'
export { commonUnit, moveUnit } from './actions/move-unit.ts'
export { saveCounter } from './actions/save-counter.ts'
export { saveParameters } from './actions/save-parameters.ts'
export { organizationErrors } from './errors.ts'
export * as fields from './fields.ts'
export { dueLights, nearDueHours, OFFICE_SETTING, OfficeFacts, readOffice, settlesAlone, undoMinutes } from './parameters.ts'
export { type Area, areaLabel, communesOf, provinces, searchCommunes } from './queries/areas.ts'
export { type Counter, countersOf, getCounter } from './queries/counters.ts'
export { type Position, positions } from './queries/positions.ts'
export { agencyCodeOf, getReceivingUnit } from './queries/receiving.ts'
export { dayAfter, type UnitPast, unitNameAt, unitPast } from './queries/unit-past.ts'
export {
  ancestorIds,
  findUnit,
  findUnitByAgencyCode,
  findUnitByCode,
  getRootUnit,
  getUnit,
  issuingAgency,
  searchUnits,
  type UnitNode,
  unitsBelow,
  unitsWithin,
  unitTree,
} from './queries/units.ts'
export { organizationRights } from './rights.ts'
export * as organizationSchemas from './schemas.ts'
export {
  canReceive,
  isOpenOn,
  isReceivingKind,
  partKinds,
  type Unit,
  type UnitKind,
  type UnitLevel,
  unitKinds,
  unitKindWords,
  unitLevels,
} from './unit.ts'

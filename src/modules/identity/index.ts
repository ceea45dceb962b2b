/** Officers, roles and rights, sign-in and sessions, partners, and the persons and organisations served. See README.md. */
export { addOfficer } from './actions/add-officer.ts'
export { assignRole, endAssignment } from './actions/assign-role.ts'
export { changePassword } from './actions/change-password.ts'
export { delegate, delegateForOther, revokeDelegation, revokeDelegationForOther } from './actions/delegate.ts'
export { editOfficer } from './actions/edit-officer.ts'
export { endOwnSession } from './actions/end-session.ts'
export { lockOfficer, unlockOfficer } from './actions/lock-officer.ts'
export { makeToken, revokeToken } from './actions/make-token.ts'
export { endAbsence, endAbsenceOfOther, recordAbsence, recordAbsenceOfOther } from './actions/record-absence.ts'
export { endOfficerSessions, resetPassword, resetSecondFactor } from './actions/reset-access.ts'
export { saveRole } from './actions/save-role.ts'
export { saveSignInRules } from './actions/save-sign-in-rules.ts'
export { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from './actions/second-factor.ts'
export { endSecondment, secondOfficer } from './actions/second-officer.ts'
export { isUnused, prepareSetUp, setUp } from './actions/set-up.ts'
export { signOut } from './actions/sign-out.ts'
export { runCreateToken, runCreateUser } from './cli.ts'
export { identityErrors } from './errors.ts'
export {
  checkPersonalId,
  isOldId,
  isPassport,
  isPersonalId,
  type PersonalIdWarning,
  personalIdWarningWords,
  readPersonalId,
  type Sex,
} from './party/personal-id.ts'
export { formatPhone, normalisePhone } from './party/phone.ts'
export { findParty, type Party, type Reading, searchParties } from './party/queries.ts'
export { saveParty, savePartyAction } from './party/save-party.ts'
export { type IdentifierKind, identifierKinds, normaliseIdentifier, PartyInput } from './party/schemas.ts'
export { checkTaxCode, type TaxCodeCheck, type TaxCodeProblem, taxCheckDigit } from './party/tax-code.ts'
export { isAdministrative } from './policy/administration.ts'
export { authorise } from './policy/authorise.ts'
export { heldAssignments } from './policy/held.ts'
export { holdsAt, permittedUnitIds, permittedUnitPaths, rightsHeld } from './policy/reach.ts'
export { type Away, awayOf, standsInFor, substitutedBy } from './policy/stand-in.ts'
export { type AbleOfficer, holdsRoleAt, officersWithRole, ownsRoleAt, type WorkRole, workPlaces, workRoles } from './policy/work-roles.ts'
export { type Absence, absencesOf, absencesWithin } from './queries/absences.ts'
export { type Assignment, assignmentsOf, type Secondment, secondmentsOf, staffOf } from './queries/assignments.ts'
export { type AuditFilter, type AuditLine, openAuditTrail } from './queries/audit.ts'
export { colleaguesOf } from './queries/colleagues.ts'
export { type Delegation, delegationsOf, delegationsWithin } from './queries/delegations.ts'
export { findOfficerName, officerNames } from './queries/officer-names.ts'
export {
  findOfficerByUsername,
  getOfficer,
  listOfficers,
  type Officer,
  type OfficerFilter,
  readOfficer,
  searchOfficers,
} from './queries/officers.ts'
export { type OwnAccount, ownAccount } from './queries/own-account.ts'
export { countHolders, findRoleByCode, getRole, listRoles, type Role } from './queries/roles.ts'
export { type ApiToken, findApiToken, listTokens, partnerActor, type TokenLine } from './queries/tokens.ts'
export { identityRights, systemRights } from './rights.ts'
export { rightsTable } from './rights-table.ts'
export { type StaffKind, staffKinds } from './schemas.ts'
export { noSessionCookie, sessionCookie, sessionSecretOf } from './sign-in/cookie.ts'
export { createIdentify } from './sign-in/identify.ts'
export { hashPassword } from './sign-in/password.ts'
export { hashSecret, newSecret } from './sign-in/secret.ts'
export { findSession, type OpenedSession, type SessionRow, sessionsOf } from './sign-in/sessions.ts'
export { type SignInRules, signInRules } from './sign-in/settings.ts'
export { type Origin, type SignedIn, signIn, signInWithCode } from './sign-in/sign-in.ts'
export { totpUri } from './sign-in/totp.ts'

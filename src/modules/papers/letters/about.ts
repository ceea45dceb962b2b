/** What every paper about one dossier says of it, and who signs; only what is particular to a paper comes with it. */
import type { Barcode } from '#platform/pdf/index.ts'
import { legalMoment } from '../legal-time.ts'
import { type HandedIn, type Person, printedPerson } from '../receipt.ts'
import type { PaperHead } from '../sheet.ts'

export interface DossierOnPaper {
  /** Mã hồ sơ; absent while the papers lie on the counter and there is no dossier yet. */
  code?: string
  /** Chủ hồ sơ. */
  owner: Person
  submitterName: string
  /** Nội dung yêu cầu giải quyết. */
  subject: string
  procedureName: string
  /** Where it was received, where it is settled. */
  receivingOffice: string
  settlingOffice: string
  receivedAt?: Date
  dueAt?: Date
  /** As handed in. */
  components: (HandedIn & { returnedAt?: Date })[]
}

/** Who signs: the name, and the position as written above it. */
export interface Signer {
  name: string
  /** `Giám đốc`; absent: what the form has. */
  position?: string
}

/** All that one paper about a dossier is printed from. */
export interface DossierPaper<Details> extends PaperHead {
  about: DossierOnPaper
  /** Absent when the system lays the paper by itself. */
  signer?: Signer
  /** Telephone of the issuing unit. */
  officePhone?: string
  details: Details
}

/** The common facts as the templates want them. */
export const printedAbout = ({ about, office, signer }: Omit<DossierPaper<unknown>, 'details'>) => ({
  code: about.code ?? null,
  officeName: office.name,
  owner: printedPerson(about.owner),
  submitterName: about.submitterName,
  subject: about.subject,
  procedureName: about.procedureName,
  receivingOffice: about.receivingOffice,
  settlingOffice: about.settlingOffice,
  receivedAt: moment(about.receivedAt),
  dueAt: moment(about.dueAt),
  signerName: signer?.name ?? '',
  signerTitle: signer?.position?.toLocaleUpperCase('vi') ?? null,
})

/** Absent: `null`, which the template draws as dots or leaves out. */
export const moment = (instant: Date | undefined): string | null => (instant ? legalMoment(instant) : null)

/** The dossier's code as bars, where there is one. */
export const codeBars = ({ code }: DossierOnPaper): Record<string, Barcode> => (code ? { code: { kind: 'code128', text: code } } : {})

/** Every endpoint of `/api/v1`. */
import type { AnyEndpoint } from './endpoint.ts'
import { upload } from './endpoints/documents.ts'
import * as dossiers from './endpoints/dossiers.ts'
import { readFigures } from './endpoints/figures.ts'
import { file, supplement } from './endpoints/filings.ts'
import * as payments from './endpoints/payments.ts'
import * as procedures from './endpoints/procedures.ts'
import { receive } from './endpoints/receive-dossier.ts'
import { giveBack } from './endpoints/return-result.ts'
import { complete, issue, prepare } from './endpoints/tasks.ts'
import { askToWithdraw } from './endpoints/withdrawal.ts'

export const endpoints: AnyEndpoint[] = [
  procedures.search,
  procedures.read,
  receive,
  upload,
  file,
  supplement,
  dossiers.list,
  dossiers.read,
  dossiers.lookUp,
  complete,
  prepare,
  issue,
  giveBack,
  askToWithdraw,
  payments.pay,
  payments.delivered,
  payments.cameBack,
  readFigures,
]

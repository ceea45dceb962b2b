/** The project's own demonstration catalogue: real procedures of culture, sports and tourism. See facts.ts for how far they may be trusted. */
import type { RawProcedure } from '../../../src/modules/catalogue/index.ts'
import { communities } from './communities.ts'
import { events } from './events.ts'
import { type Facts, procedure } from './facts.ts'
import { guides } from './guides.ts'
import { heritage } from './heritage.ts'
import { sports } from './sports.ts'
import { tourism } from './tourism.ts'
import { travelBusiness } from './travel-business.ts'

export const cultureFacts: Facts[] = [...guides, ...travelBusiness, ...tourism, ...sports, ...events, ...heritage, ...communities]

export const cultureProcedures = (): RawProcedure[] => cultureFacts.map(procedure)

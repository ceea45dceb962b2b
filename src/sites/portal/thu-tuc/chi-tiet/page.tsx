/** A procedure, by the questions people ask. */
import {
  catalogueLabels,
  factWords,
  findProcedureByCode,
  findVersionForReception,
  type Guidance,
  guidanceOf,
  type Offer,
  offersOf,
  type ProcedureIdentity,
  type Source,
  type VersionDetail,
} from '#modules/catalogue/index.ts'
import { type UsualTime, usualTimeOf } from '#modules/reporting/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { DefinitionList, Details, Flash, PageHead, Panel, Prose, Tag } from '#ui/index.ts'
import { CasePapers, Fees, Limits } from '../../../procedure-parts.tsx'
import { portalPage } from '../../layout.tsx'
import { listHref } from '../list-query.ts'
import { copy } from './words.ts'

export const routes: Route[] = [{ method: 'GET', url: '/thu-tuc/:code', permission: 'public', limit: { perMinute: 240 }, handle: show }]

/** More places than this fold away. */
const PLACES_SHOWN = 3

async function show(request: PageRequest): Promise<Reply> {
  const { services, params, language, now } = request
  const { database } = services
  const procedure = await findProcedureByCode(database, params.code ?? '')
  if (!procedure || procedure.isInternal) return commonErrors.fail('record.not-found')
  if (procedure.code !== params.code) return redirect(`/thu-tuc/${encodeURIComponent(procedure.code)}`)
  const day = localDate(now)
  const version = await findVersionForReception(database, procedure.id, day)
  if (!version) return procedure.status === 'closed' ? closed(request, procedure) : commonErrors.fail('record.not-found')
  const [offers, guidance, usual] = await Promise.all([
    offersOf(database, procedure.id, day),
    guidanceOf(database, procedure.id),
    usualTimeOf(database, procedure.id, now),
  ])
  const text = copy(language)
  return portalPage(
    request,
    {
      title: version.name,
      breadcrumbs: [
        { label: text.procedures, href: '/thu-tuc' },
        ...(version.field ? [{ label: version.field.name, href: listHref({ 'linh-vuc': String(version.field.id) }) }] : []),
      ],
    },
    <Procedure procedure={procedure} version={version} offers={offers} guidance={guidance} usual={usual} language={language} />,
  )
}

interface ProcedureProps {
  procedure: ProcedureIdentity
  version: VersionDetail
  offers: Offer[]
  guidance: Guidance[]
  /** Undefined where too few dossiers tell. */
  usual: UsualTime | undefined
  language: Language
}

function Procedure({ procedure, version, offers, guidance, usual, language }: ProcedureProps) {
  const text = copy(language)
  const labels = catalogueLabels(language)
  return (
    <>
      <PageHead
        kicker={<span class="code">{procedure.code}</span>}
        title={version.name}
        state={<Tag tone={version.serviceLevel === 'info' ? 'neutral' : 'info'}>{labels.serviceLevel[version.serviceLevel]}</Tag>}
        facts={version.levels.map((level) => labels.level[level]).join(', ')}
      />
      <Doubts version={version} language={language} />
      <Details summary={text.contents}>
        <nav aria-label={text.contents}>
          <ul class="flow">
            {SECTIONS.map(([id, key]) => (
              <li key={id}>
                <a href={`#${id}`}>{text[key]}</a>
              </li>
            ))}
          </ul>
        </nav>
      </Details>
      <Panel id="ai-lam" title={text.who}>
        <p>{text.whoAnswer(version.subjects.join('; ') || text.notTold)}</p>
        {version.cases.length > 1 && (
          <Prose>
            <p>{text.cases}</p>
            <ul>
              {version.cases.map((one) => (
                <li key={one.code}>{one.name}</li>
              ))}
            </ul>
          </Prose>
        )}
        {version.requirements && (
          <Prose>
            <h3>{text.requirements}</h3>
            <Paragraphs text={version.requirements} />
          </Prose>
        )}
      </Panel>
      <Panel id="can-gi" title={text.what}>
        {version.sets && <p>{text.sets(version.sets)}</p>}
        <CasePapers version={version} language={language} />
        {version.forms.length > 0 && <p class="muted">{text.forms(version.forms.join('; '))}</p>}
      </Panel>
      <Panel id="bao-lau" title={text.howLong}>
        <Limits version={version} language={language} />
        <p class="muted">{text.countedFrom}</p>
        {usual && <p>{text.usual(usual)}</p>}
      </Panel>
      <Panel id="bao-nhieu" title={text.howMuch}>
        <Fees version={version} language={language} />
      </Panel>
      <Panel id="noi-nop" title={text.where}>
        <Places procedure={procedure} version={version} offers={offers} language={language} />
      </Panel>
      <Panel id="lam-the-nao" title={text.how}>
        {version.manner && <p>{version.manner}</p>}
        {version.steps.length > 0 ? (
          <Prose>
            <ol>
              {version.steps.map((step, index) => (
                <li key={index}>
                  <Paragraphs text={step} />
                </li>
              ))}
            </ol>
          </Prose>
        ) : (
          <p>{text.notTold}</p>
        )}
      </Panel>
      <Panel id="nhan-gi" title={text.result}>
        {version.results.length > 0 ? (
          <Prose>
            <ul>
              {version.results.map((result) => (
                <li key={result.name}>
                  {result.name} {result.code && <span class="muted code">{result.code}</span>}
                </li>
              ))}
            </ul>
          </Prose>
        ) : (
          <p>{text.notTold}</p>
        )}
      </Panel>
      {guidance.length > 0 && (
        <Panel id="ho-so-mau" title={text.guidance}>
          <GuidanceList guidance={guidance} language={language} />
        </Panel>
      )}
      <Panel id="can-cu" title={text.legal}>
        <Legal version={version} language={language} />
      </Panel>
    </>
  )
}

const SECTIONS = [
  ['ai-lam', 'who'],
  ['can-gi', 'what'],
  ['bao-lau', 'howLong'],
  ['bao-nhieu', 'howMuch'],
  ['noi-nop', 'where'],
  ['lam-the-nao', 'how'],
  ['nhan-gi', 'result'],
  ['can-cu', 'legal'],
] as const

/** What the reader must know before trusting the page: illustrative facts, facts that no source gave. */
function Doubts({ version, language }: { version: VersionDetail; language: Language }) {
  const text = copy(language)
  return (
    <>
      {version.illustrative.length > 0 && (
        <Flash tone="warning" title={text.illustrative}>
          <p>{text.illustrativeFacts(factWords(version.illustrative, language))}</p>
        </Flash>
      )}
      {version.factsMissing.length > 0 && <p class="muted">{text.missing(factWords(version.factsMissing, language))}</p>}
    </>
  )
}

function Places({ procedure, version, offers, language }: Omit<ProcedureProps, 'guidance' | 'usual'>) {
  const text = copy(language)
  const labels = catalogueLabels(language)
  const items = offers.map((offer) => (
    <li key={offer.id}>
      <strong>{offer.receivingUnitName}</strong>
      {offer.isNonTerritorial && <span> {text.nonTerritorial}</span>}
      <br />
      <span class="muted">
        {[
          offer.receivingUnitAddress,
          offer.channels.map((channel) => labels.channel[channel]).join(', '),
          text.settledBy(offer.settlingUnitName),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  ))
  return (
    <>
      {procedure.servedBy !== 'PROVINCE' && <p>{text.servedElsewhere(labels.servedBy[procedure.servedBy])}</p>}
      {offers.length === 0 && <p>{version.receivingPlace ?? text.noPlace}</p>}
      {offers.length > 0 && offers.length <= PLACES_SHOWN && <ul class="flow">{items}</ul>}
      {offers.length > PLACES_SHOWN && (
        <>
          <p>{text.manyPlaces(offers.length)}</p>
          <Details summary={text.allPlaces}>
            <ul class="flow">{items}</ul>
          </Details>
        </>
      )}
      {version.serviceLevel === 'partial' && version.partialServiceReason && (
        <p>
          {text.partial(
            [labels.partialReason[version.partialServiceReason], version.partialServiceNote?.replace(/\.$/, '')].filter(Boolean).join(': '),
          )}
        </p>
      )}
      {version.serviceLevel === 'info' && <p>{text.notOnline}</p>}
    </>
  )
}

function GuidanceList({ guidance, language }: { guidance: Guidance[]; language: Language }) {
  const labels = catalogueLabels(language)
  return (
    <ul class="flow">
      {guidance.map((item) => (
        <li key={item.id}>
          <strong>{labels.guidance[item.kind]}:</strong> {item.url ? <a href={item.url}>{item.name}</a> : item.name}
          {item.content && <Paragraphs text={item.content} />}
        </li>
      ))}
    </ul>
  )
}

function Legal({ version, language }: { version: VersionDetail; language: Language }) {
  const text = copy(language)
  return (
    <>
      {version.legalBasis.length > 0 && (
        <Prose>
          <ul>
            {version.legalBasis.map((basis, index) => (
              <li key={index}>{[basis.number, basis.title].filter(Boolean).join(': ')}</li>
            ))}
          </ul>
        </Prose>
      )}
      <DefinitionList
        rows={[
          { term: text.executing, value: version.executingAgencies.join('; ') },
          { term: text.deciding, value: version.decidingAgency },
          { term: text.coordinating, value: version.coordinatingAgency },
          { term: text.field, value: version.field && [version.field.name, version.field.code].filter(Boolean).join(', ') },
          {
            term: text.decision,
            value:
              version.decisionNumber &&
              [version.decisionNumber, version.decisionDate && formatDate(version.decisionDate)].filter(Boolean).join(', '),
          },
          { term: text.inForce, value: formatDate(version.validFrom) },
          { term: text.published, value: version.publishedOn && formatDate(version.publishedOn) },
          {
            term: text.source,
            value: version.source && <SourceOf source={version.source} language={language} />,
          },
        ]}
      />
    </>
  )
}

/** Addresses by the name of their site: in full they are longer than a phone is wide. */
function SourceOf({ source, language }: { source: Source; language: Language }) {
  return (
    <>
      {source.places.map((place) => (
        <p key={place}>{URL.canParse(place) ? <a href={place}>{new URL(place).hostname}</a> : place}</p>
      ))}
      {source.asOf && <p>{copy(language).asOf(source.asOf)}</p>}
    </>
  )
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n+/).map((line, index) => (
      <p key={index}>{line}</p>
    ))}
  </>
)

async function closed(request: PageRequest, procedure: ProcedureIdentity): Promise<Reply> {
  const text = copy(request.language)
  return portalPage(
    request,
    { title: text.closed(procedure.code), status: 410, breadcrumbs: [{ label: text.procedures, href: '/thu-tuc' }] },
    <>
      <h1>{text.closed(procedure.code)}</h1>
      <p>{procedure.closedReason}</p>
      <p>
        <a href="/thu-tuc">{text.findAnother}</a>
      </p>
    </>,
  )
}

/**
 * Tiếp nhận tại quầy. One form in four parts that open one after the other: owner, procedure, papers, check. Each button goes to the server and comes back to the
 * same address with the draft saved, so it works without scripts, with Enter alone, and nothing typed is lost.
 */
import { documentErrors, documentReply, getDocument, registerUploads } from '#modules/documents/index.ts'
import { getDossier } from '#modules/dossier/index.ts'
import {
  closeDraft,
  type DraftForm,
  findDraft,
  intakeErrors,
  lastDesk,
  newDraftKey,
  openDrafts,
  type ReceptionPlace,
  receiveDossier,
  receptionPlaces,
  saveDraft,
} from '#modules/intake/index.ts'
import { type AppError, commonErrors } from '#platform/errors.ts'
import { receiveUpload } from '#platform/files/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { consolePage } from '../layout.tsx'
import { atFields, checkDesk, inputOf, sourcesOf } from './check-desk.ts'
import { readDesk } from './desk.ts'
import { deskPage } from './desk-page.tsx'
import { attachedIds, cursorOf, merged, stageOf } from './form.ts'
import { ReceivedPart } from './received.tsx'
import { attach, press } from './steps.ts'
import { routes as refusal } from './tu-choi/page.tsx'

const permission = 'intake.receive'

export const routes: Route[] = [
  { method: 'GET', url: '/tiep-nhan', permission, handle: begin },
  { method: 'POST', url: '/tiep-nhan', permission, handle: beginForKnown },
  { method: 'GET', url: '/tiep-nhan/:key', permission, handle: show },
  { method: 'POST', url: '/tiep-nhan/:key', permission, multipart: true, handle: submit },
  { method: 'GET', url: '/tiep-nhan/:key/tep/:id', permission, handle: file },
  ...refusal,
]

/** A blank form; the draft is saved with its first post. */
async function begin(request: PageRequest): Promise<Reply> {
  const { services, query } = request
  const officerId = officerOf(request)
  const places = await placesOf(request)
  const [unit, counter] = (query.ban ?? '').split('.')
  const wanted = query.ban ? { unitId: Number(unit), counterId: Number(counter) || null } : await lastDesk(services.database, officerId)
  const desk = await readDesk(request, { key: newDraftKey(), ...validDesk(places, wanted), form: {} }, places)
  return deskPage(request, { desk, drafts: await openDrafts(services.database, officerId) })
}

/** "Tiếp nhận hồ sơ khác của người này": the owner is chosen already. */
async function beginForKnown(request: PageRequest): Promise<Reply> {
  const { services, viewer, form } = request
  const places = await placesOf(request)
  const key = newDraftKey()
  const desk = validDesk(places, { unitId: Number(one(form.unitId)), counterId: Number(one(form.counterId)) || null })
  await services.perform(viewer.actor, saveDraft, { key, ...desk, form: { 'owner.id': one(form.ownerId) } })
  return redirect(`/tiep-nhan/${key}`)
}

async function show(request: PageRequest): Promise<Reply> {
  const { services, params } = request
  const draft = await findDraft(services.database, officerOf(request), params.key ?? '')
  if (!draft) return redirect('/tiep-nhan')
  if (draft.dossierId) return received(request, draft.dossierId, draft)
  const desk = await readDesk(request, draft, await placesOf(request))
  if (stageOf(draft.form) !== 'check') return deskPage(request, { desk })
  // Checked a while ago: the clock has moved on, and with it the promise.
  const checked = await attempt(() => checkDesk(request, desk))
  return checked.ok
    ? deskPage(request, { desk, checked: checked.value })
    : deskPage(request, { desk, errors: errorsOf(checked.error, request) })
}

async function submit(request: PageRequest): Promise<Reply> {
  const { services, viewer, params } = request
  const key = params.key ?? ''
  const address = `/tiep-nhan/${key}`
  const draft = await findDraft(services.database, officerOf(request), key)
  if (draft?.dossierId) return redirect(address)
  const places = await placesOf(request)
  const body = await readBody(request)
  const place = validDesk(places, draft ?? { unitId: Number(one(body.form.unitId)), counterId: Number(one(body.form.counterId)) || null })
  const merging = attach(merged(draft?.form ?? {}, body.form), body.attached)
  const { form, errors, wants } = await press(request, place.unitId, merging, body.form)
  if (wants === 'discard') {
    await services.perform(viewer.actor, closeDraft, { key })
    return redirect('/tiep-nhan', copy(request.language).discarded)
  }
  const save = (toSave: DraftForm) => services.perform(viewer.actor, saveDraft, { key, ...place, form: toSave })
  const saved = await attempt(() => save(form))
  if (!saved.ok) {
    // Pressed twice: the other press has made the dossier since this one began, and its page is the answer to both.
    if (saved.error.code === 'intake.draft-closed') return redirect(address)
    throw saved.error
  }
  if (wants === 'refuse') return redirect(`${address}/tu-choi`)
  const desk = () => readDesk(request, { key, ...place, form }, places)
  if (body.error || Object.keys(errors).length > 0)
    return deskPage(request, { desk: await desk(), errors: { ...(body.error ? errorsOf(body.error, request) : {}), ...errors } })
  if (wants === 'check') {
    const seen = await desk()
    const checked = await attempt(() => checkDesk(request, seen))
    if (!checked.ok) return deskPage(request, { desk: seen, errors: errorsOf(checked.error, request) })
    await save({ ...form, checked: '1' })
  }
  if (wants === 'receive') {
    const seen = await desk()
    const done = await attempt(() => receive(request, key, seen))
    if (!done.ok) return deskPage(request, { desk: seen, errors: errorsOf(done.error, request) })
    return redirect(address)
  }
  return redirect(address + cursorOf(form))
}

/** The draft's key is the request's own: pressed twice, it makes one dossier. */
async function receive({ services, viewer }: PageRequest, key: string, desk: Awaited<ReturnType<typeof readDesk>>): Promise<void> {
  const sources = sourcesOf(desk)
  try {
    const { dossierId } = await services.perform(viewer.actor, receiveDossier, inputOf(desk), { onceKey: `reception:${key}` })
    await services.perform(viewer.actor, closeDraft, { key, dossierId })
  } catch (error) {
    throw atFields(error, sources)
  }
}

async function received(request: PageRequest, dossierId: number, draft: { unitId: number; counterId: number | null }): Promise<Reply> {
  const { services, viewer, now, language } = request
  const { code, owner, procedure, state, fees } = await getDossier(services.database, dossierId, { actor: viewer.actor, now })
  const text = copy(language)
  return consolePage(
    request,
    { title: text.received },
    <>
      <h1>{text.received}</h1>
      <ReceivedPart
        received={{ code, procedureName: procedure.name, ownerId: owner.id, ownerName: owner.name, state, fees }}
        unitId={draft.unitId}
        counterId={draft.counterId}
        language={language}
      />
    </>,
  )
}

/** A file of the draft, for a look before the dossier exists. */
async function file(request: PageRequest): Promise<Reply> {
  const { services, params } = request
  const draft = await findDraft(services.database, officerOf(request), params.key ?? '')
  const id = Number(params.id)
  if (!draft || !attachedIds(draft.form).includes(id)) return documentErrors.fail('documents.not-found')
  return documentReply(services.files, await getDocument(services.database, id), 'inline')
}

interface Body {
  form: DraftForm
  attached: { field: string; documentId: number }[]
  error?: AppError
}

/** The fields and, once stored and registered, the files; what was wrong with a file does not lose the fields. */
async function readBody(request: PageRequest): Promise<Body> {
  const { services, viewer, language } = request
  if (!request.raw.isMultipart()) return { form: request.form, attached: [] }
  const { form, files, error } = await receiveUpload(request.raw, services.files, { language, accept: ['pdf', 'png', 'jpeg'] })
  if (files.length === 0) return { form, attached: [], error }
  const { documentIds } = await services.perform(viewer.actor, registerUploads, {
    files: files.map(({ hash, size, type, name }) => ({ hash, size, type, name })),
    origin: 'scan',
  })
  return { form, attached: files.map(({ field }, index) => ({ field, documentId: documentIds[index] ?? 0 })), error }
}

const officerOf = ({ viewer }: PageRequest): number =>
  viewer.actor.kind === 'officer' ? viewer.actor.id : commonErrors.fail('access.sign-in')

/** @throws AppError `intake.no-place` */
async function placesOf({ services, viewer, now }: PageRequest): Promise<ReceptionPlace[]> {
  const places = await receptionPlaces(services.database, viewer.actor, now)
  intakeErrors.insist(places.length > 0, 'intake.no-place')
  return places
}

/** The wanted desk where the officer may sit there, else the first one. */
function validDesk(places: ReceptionPlace[], wanted: { unitId: number; counterId: number | null } | undefined) {
  const place = places.find(({ id }) => id === wanted?.unitId) ?? places[0]
  if (!place) return intakeErrors.fail('intake.no-place')
  return { unitId: place.id, counterId: place.counters.find(({ id }) => id === wanted?.counterId)?.id ?? null }
}

const errorsOf = (error: AppError, { language }: PageRequest): Record<string, string> => fieldErrors(error, language)

const copy = words({
  vi: { received: 'Đã tiếp nhận hồ sơ', discarded: 'Đã bỏ phần nhập dở.' },
  en: { received: 'Dossier received', discarded: 'The entry was thrown away.' },
})

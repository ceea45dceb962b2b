/**
 * Word templates: a .docx with `{fields}`, `{#lists}…{/lists}` that repeat, and `{#facts}…{/facts}` that appear only when true. Only text is filled in: what people
 * typed can bring neither markup, pictures nor links into the document.
 */
import {
  LOOP_CONTENT_TYPE,
  LoopPlugin,
  MalformedFileError,
  MaxXmlDepthError,
  RelType,
  type Tag,
  TEXT_CONTENT_TYPE,
  type TemplateData,
  TemplateDataError,
  TemplateHandler,
  TemplateSyntaxError,
  TextPlugin,
  UnidentifiedFileTypeError,
  UnsupportedFileTypeError,
} from 'easy-template-x'
import { documentErrors } from './errors.ts'

export type FieldValue = string | number | boolean | FieldValues | FieldValues[]
export interface FieldValues {
  [field: string]: FieldValue | null | undefined
}

/**
 * Names of the fields in reading order, each once; a field of a list is `list.field`.
 * @throws AppError `documents.template-broken`
 */
export async function templateFields(template: Uint8Array): Promise<string[]> {
  const names: string[] = []
  walk(fieldTree(await readTags(template)), [])
  return [...new Set(names)]

  function walk(fields: Field[], path: string[]): void {
    for (const { name, within } of fields) {
      names.push([...path, name].join('.'))
      walk(within, [...path, name])
    }
  }
}

/**
 * For an administrator who adds a template: its fields, all of which the system can fill.
 * @throws AppError `documents.template-broken`, `documents.template-unknown-fields`
 */
export async function checkTemplate(template: Uint8Array, known: readonly string[]): Promise<string[]> {
  const fields = await templateFields(template)
  // Within a list or a condition the facts around it may be used too.
  const isKnown = (field: string) => field.split('.').some((_, index, path) => known.includes(path.slice(index).join('.')))
  const unknown = fields.filter((field) => !isKnown(field))
  if (unknown.length > 0)
    documentErrors.fail('documents.template-unknown-fields', { parameters: { fields: unknown.join(', '), known: known.join(', ') } })
  return fields
}

/**
 * The filled Word file. Data may hold more than the template uses; a field without data is an error and nothing is left blank silently.
 * An empty text, an empty list and `false` are data; `null` and `undefined` are not.
 * @throws AppError `documents.template-broken`, `documents.template-missing-fields`
 */
export async function fillTemplate(template: Uint8Array, data: FieldValues): Promise<Uint8Array> {
  const missing = new Set<string>()
  findMissing(fieldTree(await readTags(template)), [data], [], missing)
  if (missing.size > 0) documentErrors.fail('documents.template-missing-fields', { parameters: { fields: [...missing].join(', ') } })
  return mending(() => handler().process(Buffer.from(template), clean(data) as TemplateData))
}

interface Field {
  name: string
  isBlock: boolean
  within: Field[]
}

const handler = () =>
  new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin()],
    defaultContentType: TEXT_CONTENT_TYPE,
    containerContentType: LOOP_CONTENT_TYPE,
  })

/** The tags of body, headers and footers. A brace that belongs to no tag is a slip of the pen, which the library would print as it is. */
const readTags = (template: Uint8Array): Promise<Tag[]> =>
  mending(async () => {
    const file = Buffer.from(template)
    const tags = await handler().parseTags(file)
    const texts = await Promise.all(PARTS.map((part) => handler().getText(file, part)))
    let rest = texts.join('\n')
    for (const { rawText } of tags) rest = rest.replace(rawText, '')
    const stray = /.{0,20}[{}].{0,20}/.exec(rest)
    if (stray) fault(stray[0].trim())
    return tags
  })

const PARTS = [RelType.MainDocument, RelType.Header, RelType.Footer]

function fieldTree(tags: Tag[]): Field[] {
  const root: Field = { name: '', isBlock: true, within: [] }
  const open = [root]
  for (const { disposition, name, rawText } of tags) {
    const around = open.at(-1) ?? root
    if (disposition === 'Close') {
      if (around.name !== name || around === root) fault(rawText)
      open.pop()
      continue
    }
    const field: Field = { name, isBlock: disposition === 'Open', within: [] }
    around.within.push(field)
    if (field.isBlock) open.push(field)
  }
  if (open.length > 1) fault(`{#${open.at(-1)?.name}}`)
  return root.within
}

/** `scopes`: from the innermost list item outwards, as the template looks things up. */
function findMissing(fields: Field[], scopes: FieldValues[], path: string[], missing: Set<string>): void {
  for (const { name, isBlock, within } of fields) {
    const value = scopes.find((scope) => Object.hasOwn(scope, name) && scope[name] !== null && scope[name] !== undefined)?.[name]
    const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    if (value === undefined || (!isBlock && !isText)) missing.add([...path, name].join('.'))
    else if (Array.isArray(value)) for (const item of value) findMissing(within, [item, ...scopes], [...path, name], missing)
    else if (isBlock && value) findMissing(within, typeof value === 'object' ? [value, ...scopes] : scopes, [...path, name], missing)
  }
}

/** Only texts, numbers, facts and lists of them; without characters that XML cannot hold. */
function clean(value: FieldValue | null | undefined): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(NOT_XML, '')
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (name === '_type' ? [] : [[name, clean(inner)]])))
  return value
}

const NOT_XML = /(?![\n\r\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

function fault(tag: string): never {
  return documentErrors.fail('documents.template-broken', { parameters: { reason: tag } })
}

/** The library's complaints about the file in our words. */
async function mending<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (FAULTS.some((kind) => error instanceof kind)) return fault((error as Error).message)
    throw error
  }
}

const FAULTS = [
  TemplateSyntaxError,
  TemplateDataError,
  MalformedFileError,
  MaxXmlDepthError,
  UnidentifiedFileTypeError,
  UnsupportedFileTypeError,
]

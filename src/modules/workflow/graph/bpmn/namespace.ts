/**
 * What our processes say beyond BPMN, as attributes of its elements in a namespace of our own, so that a file which has been elsewhere comes back whole.
 * Another tool keeps them or leaves them out; it never has to understand them.
 */
export const NAMESPACE = 'urn:mot-cua:process:1'

const attributes = (...names: string[]) => names.map((name) => ({ name, isAttr: true, type: 'String' }))

/** The package for bpmn-moddle. */
export const productPackage = {
  name: 'MotCua',
  prefix: 'mc',
  uri: NAMESPACE,
  // What is extended takes its tag from here too: without this `bpmn:SequenceFlow` would be written with a capital.
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Node',
      extends: ['bpmn:FlowNode'],
      // `added`: not in the graph. `key`: of an agency's leg. `mode`, `count`, `branch`: of a join; `mode`, `lead`: of other agencies.
      properties: attributes(
        'node',
        'added',
        'step',
        'lane',
        'amount',
        'unit',
        'output',
        'actions',
        'mode',
        'count',
        'branch',
        'lead',
        'key',
      ),
    },
    { name: 'Way', extends: ['bpmn:SequenceFlow'], properties: attributes('added', 'condition', 'default', 'unnamed') },
    { name: 'Role', extends: ['bpmn:Lane'], properties: attributes('key', 'place', 'role') },
  ],
}

/** bpmn-moddle with our namespace: made when it is first needed, and kept, because it builds a class for every element that it meets. */
import { BpmnModdle } from 'bpmn-moddle'
import { productPackage } from './namespace.ts'

let known: BpmnModdle | undefined

export const productModdle = (): BpmnModdle => {
  known ??= new BpmnModdle({ mc: productPackage })
  return known
}

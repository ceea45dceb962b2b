/** How a message reaches its receiver. */
export const DELIVERY_CHANNELS = ['in-person', 'phone', 'sms', 'email', 'zalo', 'post', 'portal', 'document-axis'] as const
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number]

export const isDeliveryChannel = (text: string): text is DeliveryChannel => (DELIVERY_CHANNELS as readonly string[]).includes(text)

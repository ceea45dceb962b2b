/** The address behind the QR code of a receipt. It holds the dossier's code and nothing about a person (docs/decisions/0010-receipt-qr.md). */
export const lookupUrl = (baseUrl: string, dossierCode: string): string => `${baseUrl}/tra-cuu/${dossierCode}`

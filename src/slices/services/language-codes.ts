import type { SpokenLanguage } from '#slices/places/contract'

/**
 * ISO 639-3, as BCP 47 takes it too. Sichuanese is Mandarin to the standard; Qiang has two codes, and which of them is
 * spoken nobody asked.
 */
export const languageCodes: Record<SpokenLanguage, string | null> = {
  mandarin: 'cmn',
  sichuanese: 'cmn',
  tibetan: 'bod',
  qiang: null,
  yi: 'iii',
  'sign-language': 'csl',
  cantonese: 'yue',
  english: 'eng',
}

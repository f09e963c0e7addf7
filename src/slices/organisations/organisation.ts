/** The kinds of organisation that a county has. `village` is both 村 and 社区; `partner` a firm or a social organisation. */
export const organisationKinds = [
  'county',
  'office',
  'union',
  'league',
  'women',
  'red-cross',
  'centre',
  'department',
  'township',
  'village',
  'institution',
  'branch',
  'partner',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export interface Organisation {
  id: string
  parent: string | null
  kind: OrganisationKind
  name: string
  nameEn: string | null
  shortName: string
  /** The day from which it no longer exists, or null. */
  closedOn: string | null
}

/** By what of an organisation a name was recognised: its full name, one it is also called by, or a short form. */
export type CalledBy = 'name' | 'alias' | 'short'

/** An organisation that answers to a name. */
export interface CalledOrganisation extends Pick<Organisation, 'id' | 'kind' | 'name' | 'nameEn'> {
  by: CalledBy
}

/** What people call it: 全总 names are long, a face on a timeline is not. */
export function nameIn(organisation: Pick<Organisation, 'name' | 'nameEn'>, language: 'zh' | 'en'): string {
  return language === 'en' && organisation.nameEn ? organisation.nameEn : organisation.name
}

/**
 * The rules of the schemas of HSDS 3.0 (docs.openreferral.org, schema reference), written down for the objects that we
 * export: which fields an object has, of which type and form, which it must have, what it holds.
 */
type Rule =
  | 'text'
  | 'uuid'
  | 'uri'
  | 'number'
  | 'date'
  | 'time'
  | readonly string[]
  | { is: Name }
  | { each: Name }

interface Schema {
  must: readonly string[]
  may: Record<string, Rule>
}

const physical = ['physical', 'postal', 'virtual'] as const

const schemas = {
  organization: {
    must: ['id', 'name', 'description'],
    may: {
      id: 'uuid',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      email: 'text',
      website: 'uri',
      phones: { each: 'phone' },
      locations: { each: 'location' },
      // The API's reference: an organisation may come with its services, of which only the id has to be there.
      services: { each: 'service' },
    },
  },
  service: {
    must: ['id', 'name', 'status'],
    may: {
      id: 'uuid',
      organization_id: 'uuid',
      program_id: 'uuid',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      url: 'uri',
      email: 'text',
      status: ['active', 'inactive', 'defunct', 'temporarily closed'],
      interpretation_services: 'text',
      application_process: 'text',
      fees_description: 'text',
      eligibility_description: 'text',
      minimum_age: 'number',
      maximum_age: 'number',
      assured_date: 'date',
      alert: 'text',
      phones: { each: 'phone' },
      schedules: { each: 'schedule' },
      service_areas: { each: 'service_area' },
      service_at_locations: { each: 'service_at_location' },
      languages: { each: 'language' },
      organization: { is: 'organization' },
      cost_options: { each: 'cost_option' },
      required_documents: { each: 'required_document' },
      attributes: { each: 'attribute' },
    },
  },
  service_at_location: {
    must: ['id'],
    may: {
      id: 'uuid',
      service_id: 'uuid',
      location_id: 'uuid',
      description: 'text',
      phones: { each: 'phone' },
      schedules: { each: 'schedule' },
      location: { is: 'location' },
    },
  },
  location: {
    must: ['id', 'location_type'],
    may: {
      id: 'uuid',
      location_type: physical,
      url: 'uri',
      organization_id: 'uuid',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      transportation: 'text',
      latitude: 'number',
      longitude: 'number',
      languages: { each: 'language' },
      addresses: { each: 'address' },
      accessibility: { each: 'accessibility' },
      phones: { each: 'phone' },
      schedules: { each: 'schedule' },
    },
  },
  address: {
    must: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
    may: {
      id: 'uuid',
      location_id: 'uuid',
      attention: 'text',
      address_1: 'text',
      address_2: 'text',
      city: 'text',
      region: 'text',
      state_province: 'text',
      postal_code: 'text',
      country: 'text',
      address_type: physical,
    },
  },
  phone: {
    must: ['id', 'number'],
    may: {
      id: 'uuid',
      location_id: 'uuid',
      service_id: 'uuid',
      organization_id: 'uuid',
      service_at_location_id: 'uuid',
      number: 'text',
      extension: 'number',
      type: 'text',
      description: 'text',
    },
  },
  schedule: {
    must: ['id'],
    may: {
      id: 'uuid',
      service_id: 'uuid',
      location_id: 'uuid',
      service_at_location_id: 'uuid',
      valid_from: 'date',
      valid_to: 'date',
      dtstart: 'date',
      timezone: 'number',
      until: 'date',
      count: 'number',
      wkst: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
      freq: ['WEEKLY', 'MONTHLY'],
      interval: 'number',
      byday: 'text',
      byweekno: 'text',
      bymonthday: 'text',
      byyearday: 'text',
      description: 'text',
      opens_at: 'time',
      closes_at: 'time',
      schedule_link: 'uri',
      attending_type: 'text',
      notes: 'text',
    },
  },
  service_area: {
    must: ['id'],
    may: {
      id: 'uuid',
      service_id: 'uuid',
      name: 'text',
      description: 'text',
      extent: 'text',
      extent_type: ['geojson', 'topojson', 'kml', 'text'],
      uri: 'uri',
    },
  },
  language: {
    must: ['id'],
    may: {
      id: 'uuid',
      service_id: 'uuid',
      location_id: 'uuid',
      phone_id: 'uuid',
      name: 'text',
      code: 'text',
      note: 'text',
    },
  },
  accessibility: {
    must: ['id'],
    may: { id: 'uuid', location_id: 'uuid', description: 'text', details: 'text', url: 'uri' },
  },
  cost_option: {
    must: ['id'],
    may: {
      id: 'uuid',
      service_id: 'uuid',
      valid_from: 'date',
      valid_to: 'date',
      option: 'text',
      currency: 'text',
      amount: 'number',
      amount_description: 'text',
    },
  },
  required_document: {
    must: ['id'],
    may: { id: 'uuid', service_id: 'uuid', document: 'text', uri: 'uri' },
  },
  attribute: {
    must: ['id'],
    may: {
      id: 'uuid',
      link_id: 'uuid',
      taxonomy_term_id: 'uuid',
      link_type: 'text',
      link_entity: 'text',
      value: 'text',
      label: 'text',
      taxonomy_term: { is: 'taxonomy_term' },
    },
  },
  taxonomy_term: {
    must: ['id', 'name', 'description'],
    may: {
      id: 'uuid',
      code: 'text',
      name: 'text',
      description: 'text',
      parent_id: 'uuid',
      taxonomy: 'text',
      taxonomy_detail: { is: 'taxonomy' },
      language: 'text',
      taxonomy_id: 'uuid',
      term_uri: 'uri',
    },
  },
  taxonomy: {
    must: ['id', 'name', 'description'],
    may: { id: 'uuid', name: 'text', description: 'text', uri: 'uri', version: 'text' },
  },
} as const satisfies Record<string, { must: readonly string[]; may: Record<string, unknown> }>

export type Name = keyof typeof schemas

const forms = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  uri: /^https?:\/\/\S+$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^([01]\d|2[0-4]):[0-5]\d(Z|[+-]\d{2}:\d{2})$/,
}

/** Everything in which an object, with what it holds, breaks the rules: where and how. Empty where it keeps them. */
export function breaches(name: Name, object: unknown, where: string = name): string[] {
  if (object === null || typeof object !== 'object' || Array.isArray(object)) return [`${where} is no object`]
  const { must, may } = schemas[name] as Schema
  const missing = must.filter((field) => !(field in object)).map((field) => `${where}.${field} is missing`)
  const wrong = Object.entries(object).flatMap(([field, value]) => {
    const rule = may[field]
    return rule ? breachesOf(rule, value, `${where}.${field}`) : [`${where}.${field} is not in the schema`]
  })
  return [...missing, ...wrong]
}

function breachesOf(rule: Rule, value: unknown, where: string): string[] {
  if (typeof rule === 'object' && 'is' in rule) return breaches(rule.is, value, where)
  if (typeof rule === 'object' && 'each' in rule) {
    if (!Array.isArray(value)) return [`${where} is no list`]
    return value.flatMap((one, i) => breaches(rule.each, one, `${where}[${i}]`))
  }
  if (rule === 'number') return typeof value === 'number' ? [] : [`${where} is no number`]
  if (typeof value !== 'string') return [`${where} is no text`]
  if (rule === 'text') return []
  const fits = typeof rule === 'string' ? forms[rule].test(value) : rule.includes(value)
  return fits ? [] : [`${where} is ${value}`]
}

import { ApartmentOutlined } from '@ant-design/icons'
import { type ComponentProps, lazy, Suspense } from 'react'
import type { ConsolePage, RecordKind } from '#ui/console-slice.ts'
import { organisationMessages } from '../organisation-messages.ts'

const { zh, en } = organisationMessages

export const pages: ConsolePage[] = [
  {
    path: 'organisations',
    title: { zh: zh.title, en: en.title },
    load: () => import('./organisations-page.tsx'),
    nav: {
      label: { zh: zh.title, en: en.title },
      icon: ApartmentOutlined,
      order: 10,
      group: 'settings',
      words: 'zuzhi zz danwei dw organisations',
    },
  },
  {
    path: 'organisations/:organisation',
    title: { zh: zh.record, en: en.record },
    load: () => import('./organisation-page.tsx'),
  },
]

export const kinds: Record<string, RecordKind> = {
  organisation: { label: { zh: zh.record, en: en.record }, icon: ApartmentOutlined },
}

const LoadedPicker = lazy(async () => ({
  default: (await import('./organisation-picker.tsx')).OrganisationPicker,
}))

/** A field that chooses one organisation, for other slices' forms; its code comes when it is first shown. */
export function OrganisationPicker(props: ComponentProps<typeof LoadedPicker>) {
  return (
    <Suspense fallback={null}>
      <LoadedPicker {...props} />
    </Suspense>
  )
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input } from 'antd'
import { PlacePicker } from '#slices/places/console'
import { useLanguage, useTexts } from '#ui/language.ts'
import { hoursInWords, weekdays } from '../own-hours.ts'
import { longest, most } from '../service.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { type HoursValues, type PlaceValues, usualHours } from './service-values.ts'

/** Where a service is given: places, where to go there, and hours where they are not those of the place. */
export function PlacesField() {
  const page = useTexts(servicePageMessages)
  return (
    <fieldset className="service-group">
      <legend>{page.places}</legend>
      <Form.List name="places">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <OnePlace key={key} at={name} onRemove={() => remove(name)} />
            ))}
            {rows.length < most.places && (
              <Button
                icon={<PlusOutlined aria-hidden="true" />}
                onClick={() => add({ own: false, hours: [] })}
              >
                {page.addPlace}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function OnePlace({ at, onRemove }: { at: number; onRemove: () => void }) {
  const page = useTexts(servicePageMessages)
  const form = Form.useFormInstance()
  const own: boolean = Form.useWatch(['places', at, 'own'], form) ?? false
  return (
    <div className="service-place">
      <div className="service-line">
        <Form.Item
          name={[at, 'place']}
          label={page.place}
          rules={[
            { required: true, message: page.choosePlace },
            ({ getFieldValue }) => ({
              validator: async (_, place: string | undefined) => {
                const all = getFieldValue('places') as PlaceValues[]
                if (place && all.filter((one) => one.place === place).length > 1) {
                  throw new Error(page.placeTwice)
                }
              },
            }),
          ]}
        >
          <PlacePicker />
        </Form.Item>
        <Form.Item name={[at, 'note']} label={page.placeNote} extra={page.placeNoteHint}>
          <Input maxLength={longest.note} autoComplete="off" />
        </Form.Item>
        <Button
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={page.removePlace(at + 1)}
          onClick={onRemove}
        />
      </div>
      <Form.Item name={[at, 'own']} valuePropName="checked">
        <Checkbox
          onChange={({ target }) => {
            const path = ['places', at, 'hours']
            if (target.checked && !form.getFieldValue(path)?.length) form.setFieldValue(path, [usualHours])
          }}
        >
          {page.ownHours}
        </Checkbox>
      </Form.Item>
      {own && <Hours at={at} />}
    </div>
  )
}

function Hours({ at }: { at: number }) {
  const page = useTexts(servicePageMessages)
  return (
    <Form.List name={[at, 'hours']}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <OneSpan key={key} place={at} at={name} onRemove={() => remove(name)} />
          ))}
          {rows.length < most.hours && (
            <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add(usualHours)}>
              {page.addHours}
            </Button>
          )}
        </>
      )}
    </Form.List>
  )
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

function OneSpan({ place, at, onRemove }: { place: number; at: number; onRemove: () => void }) {
  const page = useTexts(servicePageMessages)
  const language = useLanguage()
  const form = Form.useFormInstance()
  const path = ['places', place, 'hours', at]
  const rule: string | undefined = Form.useWatch([...path, 'rule'], { form, preserve: true })
  const span = form.getFieldValue(path) as HoursValues | undefined
  const remove = (
    <Button
      icon={<DeleteOutlined aria-hidden="true" />}
      aria-label={page.removeHours(at + 1)}
      onClick={onRemove}
    />
  )
  if (rule && span?.from && span.until) {
    return (
      <div className="service-line">
        <p>
          {page.keptHours} {hoursInWords({ rule, from: span.from, until: span.until }, language)}
        </p>
        {remove}
      </div>
    )
  }
  return (
    <fieldset className="service-group">
      <legend>{page.hoursRows}</legend>
      <Form.Item name={[at, 'days']} label={page.days} rules={[{ required: true, message: page.chooseDays }]}>
        <Checkbox.Group options={weekdays.map((day) => ({ value: day, label: page.weekdays[day] }))} />
      </Form.Item>
      <div className="service-line">
        <Form.Item
          name={[at, 'from']}
          label={page.from}
          rules={[{ required: true, pattern: clock, message: page.clockWrong }]}
        >
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name={[at, 'until']}
          label={page.until}
          rules={[
            { required: true, pattern: clock, message: page.clockWrong },
            ({ getFieldValue }) => ({
              validator: async (_, until: string | undefined) => {
                const from = getFieldValue([...path, 'from']) as string | undefined
                if (from && until && until <= from) throw new Error(page.clockWrong)
              },
            }),
          ]}
        >
          <Input type="time" />
        </Form.Item>
        {remove}
      </div>
    </fieldset>
  )
}

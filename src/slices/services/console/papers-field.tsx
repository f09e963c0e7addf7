import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useTexts } from '#ui/language.ts'
import { longest, most } from '../service.ts'
import { servicePageMessages } from '../service-page-messages.ts'

/** The papers of a card, each with where one gets it; a line left empty is no paper. */
export function PapersField() {
  const page = useTexts(servicePageMessages)
  return (
    <fieldset className="service-group">
      <legend>{page.papers}</legend>
      <Form.List name="papers">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div className="service-line" key={key}>
                <Form.Item name={[name, 'name']} label={page.paper}>
                  <Input maxLength={longest.paper} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'from']} label={page.paperFrom}>
                  <Input maxLength={longest.from} autoComplete="off" />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={page.removePaper(name + 1)}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {rows.length < most.papers && (
              <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({})}>
                {page.addPaper}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

import { Form, Radio } from 'antd'
import { OrganisationPicker } from '#slices/organisations/console'
import { useTexts } from '#ui/language.ts'
import { type Role, roles } from '../person.ts'
import { personMessages } from '../person-messages.ts'
import './role-choice.css'

export interface ChosenRole {
  role: Role
  organisation: string
}

/** Which role, with what it lets its holder do, and at which organisation: two fields of a form. */
export function RoleFields() {
  const t = useTexts(personMessages)
  return (
    <>
      <Form.Item
        name="role"
        label={t.role}
        rules={[{ required: true, message: t.requiredChoice(t.role) }]}
        className="role-choice"
      >
        <Radio.Group aria-label={t.role}>
          {roles.map((role) => (
            <Radio key={role} value={role}>
              <span className="role-name">{t.roles[role]}</span>
              <span className="role-does">{t.rolesExplained[role]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="organisation"
        label={t.organisation}
        extra={t.reach}
        rules={[{ required: true, message: t.requiredChoice(t.organisation) }]}
      >
        <OrganisationPicker />
      </Form.Item>
    </>
  )
}

import { PaperClipOutlined } from '@ant-design/icons'
import { addressOf } from '#platform/contracts/call.ts'
import { fileRoutes } from '#platform/files/file-contract.ts'
import { fileSize } from '#ui/file-picker.tsx'
import type { Followup } from './followup-queries.ts'
import './file-links.css'

/** Evidence as links; each opens through its follow-up, which decides who may see it. */
export function FileLinks({ followup, files }: { followup: string; files: Followup['files'] }) {
  if (files.length === 0) return null
  return (
    <ul className="file-links">
      {files.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden="true" />
          <a
            href={addressOf(fileRoutes.open, {
              params: { kind: 'followup', record: followup, file: file.id },
            })}
          >
            {file.name}
          </a>
          <span className="figure faint">{fileSize(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}

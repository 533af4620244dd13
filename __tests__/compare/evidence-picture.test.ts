import { readFileSync } from 'node:fs'
import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { evidencePicture, picturePath, recordingPath } from '../../scripts/evidence-picture.ts'

test('docs/evidence.svg is what scripts/evidence-picture.ts draws by the rule of today', () => {
  const picture = evidencePicture(recordingPath)
  expect(XMLValidator.validate(picture)).toBe(true)
  expect(picture).not.toContain('NaN')
  // Drawn anew by `node scripts/evidence-picture.ts`.
  expect(readFileSync(picturePath, 'utf8')).toBe(picture)
})

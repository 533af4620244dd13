// Profiles of any kind that is known here: which one it is, its text says.
import { readCpuProfile } from './profile-cpuprofile.ts'
import { readFolded } from './profile-folded.ts'
import { readHeapProfile } from './profile-heap.ts'
import type { ReadStacks } from './profile-stacks.ts'

export type { CallSite, ReadStacks, Stack, StackSamples } from './profile-stacks.ts'

export function readProfile(text: string): ReadStacks {
  if (text.trim() === '') return { why: 'it is empty' }
  if (/^\s*\{\s*"head"/.test(text)) return readHeapProfile(text)
  return /^\s*\{/.test(text) ? readCpuProfile(text) : readFolded(text)
}

// Short codes that are written as emoji.
export const emoji = {
  bug: '🐛',
  bulb: '💡',
  eyes: '👀',
  fire: '🔥',
  lock: '🔒',
  memo: '📝',
  rocket: '🚀',
  sparkles: '✨',
  tada: '🎉',
  warning: '⚠️',
  white_check_mark: '✅',
  zap: '⚡',
}

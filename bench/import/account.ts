// What a Node.js process has taken, by the kernel's own account, said by the process itself as its last act.

/** For `node --import`. */
export const account = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('\\n'+JSON.stringify({maxRSS,cpu:(userCPUTime+systemCPUTime)/1e6}))})`

export interface Account {
  /** KiB, at its peak. */
  readonly maxRSS: number
  /** Seconds. */
  readonly cpu: number
}

export function accountOf(stderr: string): Account {
  return JSON.parse(stderr.slice(stderr.lastIndexOf('\n')))
}

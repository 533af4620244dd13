// The build of bottleneck that octokit's plugins bundle already comes without types; they are those of the whole.
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck'
}

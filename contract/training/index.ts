export * from './class'
export * from './words'

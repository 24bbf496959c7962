export * from './fields'
export * from './people'

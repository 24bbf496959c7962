export default definePageConfig({ navigationBarTitleText: '他是谁' })

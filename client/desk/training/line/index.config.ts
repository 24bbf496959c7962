export default definePageConfig({ navigationBarTitleText: '空名额给了谁' })

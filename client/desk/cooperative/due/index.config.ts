export default definePageConfig({ navigationBarTitleText: '今年的分红' })

export default definePageConfig({ navigationBarTitleText: '报名要填的' })

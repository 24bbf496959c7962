export default definePageConfig({ navigationBarTitleText: '选老师' })

export default definePageConfig({ navigationBarTitleText: '待我回复' })

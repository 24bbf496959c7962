export default definePageConfig({ navigationBarTitleText: '我的专家资料' })

export default definePageConfig({ navigationBarTitleText: '带走我的信息' })

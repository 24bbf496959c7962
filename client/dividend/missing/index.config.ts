export default definePageConfig({ navigationBarTitleText: '钱没收到' })

export default definePageConfig({ navigationBarTitleText: '给身份' })

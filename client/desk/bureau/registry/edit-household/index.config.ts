export default definePageConfig({ navigationBarTitleText: '户的资料' })

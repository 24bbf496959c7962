export default definePageConfig({ navigationBarTitleText: '登记过的微信' })

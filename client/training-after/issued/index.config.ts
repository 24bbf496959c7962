export default definePageConfig({ navigationBarTitleText: '发出的证书' })

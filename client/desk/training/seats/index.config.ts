export default definePageConfig({ navigationBarTitleText: '改名额' })

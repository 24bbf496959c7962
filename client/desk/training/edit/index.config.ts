export default definePageConfig({ navigationBarTitleText: '办班' })

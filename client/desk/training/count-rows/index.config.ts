export default definePageConfig({ navigationBarTitleText: '都是哪些人' })

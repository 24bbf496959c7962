export default definePageConfig({ navigationBarTitleText: '地名和编码' })

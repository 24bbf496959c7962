export default definePageConfig({ navigationBarTitleText: '办培训班' })

export default definePageConfig({ navigationBarTitleText: '搬到别的村' })

export default definePageConfig({ navigationBarTitleText: '给谁报名' })

export default definePageConfig({ navigationBarTitleText: '乡镇和村' })

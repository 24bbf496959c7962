export default definePageConfig({ navigationBarTitleText: '合作社和企业' })

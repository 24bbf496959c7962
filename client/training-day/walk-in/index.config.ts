export default definePageConfig({ navigationBarTitleText: '现场补报' })

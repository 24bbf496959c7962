export default definePageConfig({ navigationBarTitleText: '培训人次' })

export default definePageConfig({ navigationBarTitleText: '导入的表格' })

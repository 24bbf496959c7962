export default definePageConfig({ navigationBarTitleText: '纸质材料' })

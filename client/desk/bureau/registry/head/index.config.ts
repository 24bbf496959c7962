export default definePageConfig({ navigationBarTitleText: '换户主' })

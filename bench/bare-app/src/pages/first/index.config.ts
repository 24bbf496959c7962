export default { navigationBarTitleText: '第一页' }

export default {
  pages: ['pages/first/index', 'pages/second/index'],
  window: { navigationBarTitleText: 'Bare' },
}

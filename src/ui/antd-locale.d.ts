// Ant Design's types call these files CommonJS, the bundler takes them as the modules that they are.
declare module 'antd/es/locale/zh_CN.js' {
  const locale: NonNullable<import('antd').ConfigProviderProps['locale']>
  export default locale
}
declare module 'antd/es/locale/en_GB.js' {
  const locale: NonNullable<import('antd').ConfigProviderProps['locale']>
  export default locale
}

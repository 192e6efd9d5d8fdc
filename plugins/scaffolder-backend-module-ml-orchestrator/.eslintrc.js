module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Starters are repositories of their own, with their own rules and tools.
  ignorePatterns: ['starters/**'],
});

// Signs mean the same in every language; everything else that is said is translated.
const SIGNS = [
  '!',
  '?',
  ':',
  '·',
  '→',
  '←',
  '—',
  '–',
  '▲',
  '◆',
  '●',
  '○',
  '✔',
  '#',
];
// Attributes that a reader sees or hears.
const READ_ALOUD = {
  selector:
    'JSXAttribute[name.name=/^(alt|aria-label|description|helperText|label|placeholder|title)$/] > Literal[value=/[A-Za-z]/]',
  message: 'Say it through useTranslate().',
};
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['src/components/**/*.tsx', 'src/legacy/**/*.tsx'],
      excludedFiles: ['**/*.test.tsx'],
      rules: {
        'react/jsx-no-literals': ['error', { allowedStrings: SIGNS }],
        'no-restricted-syntax': ['error', READ_ALOUD],
      },
    },
  ],
});

// Signs mean the same in every language; everything else that is said is translated.
const SIGNS = ['!', '?', ':', '·', '→', '—', '–', '▲', '◆', '●', '○', '✔'];
// Still to be moved to src/translation.
const UNTRANSLATED = [
  'AnswerList',
  'ComparePage',
  'DecidePage',
  'DecisionTreeCard',
  'QuestionCard',
  'RankingCard',
  'ResultCard',
  'ScenarioPicker',
];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['src/components/**/*.tsx', 'src/legacy/**/*.tsx'],
      excludedFiles: [
        '**/*.test.tsx',
        ...UNTRANSLATED.map(name => `src/components/${name}/**`),
      ],
      rules: {
        'react/jsx-no-literals': [
          'error',
          {
            allowedStrings: SIGNS,
            restrictedAttributes: [
              'alt',
              'aria-label',
              'description',
              'helperText',
              'label',
              'missing',
              'placeholder',
              'title',
            ],
          },
        ],
      },
    },
  ],
});

/** Lint: mistakes that types do not show, and the one way in which imports run (design, section 6). */
import tseslint from 'typescript-eslint';

const TOP = ['domain', 'speech', 'intake', 'documents', 'workflows', 'activities', 'stores', 'api', 'config', 'scripts', 'tests', 'bench', 'web'];

/**
 * What files of one folder may import: folders of the house by name, packages by regex.
 * `typeOnly` folders may be imported by `import type` only; `more` lets single files of other folders through.
 */
const imports = ({ folder, files = [`${folder}/**/*.ts`], ignores = [], folders = [], packages, typeOnly = [], more = [] }) => {
  const closed = TOP.filter((top) => top !== folder && !folders.includes(top) && !typeOnly.includes(top));
  const except = more.length > 0 ? `(?!${more.join('|')})` : '';
  const patterns = [
    { regex: `^(?:\\.\\./)+${except}(?:${closed.join('|')})(?:/|$)`, message: `${folder}/ may import ${[...folders, ...typeOnly, ...more].join(', ') || 'no other folder'} (design, section 6).` },
    { regex: `^(?!\\.)(?!(?:${packages.join('|') || 'none'})(?:/|$))`, message: `${folder}/ may not import this package (design, section 6).` },
  ];
  if (typeOnly.length > 0) {
    patterns.push({ regex: `^(?:\\.\\./)+${except}(?:${typeOnly.join('|')})(?:/|$)`, allowTypeImports: true, message: 'Only by `import type` (design, section 6).' });
  }
  return { name: `imports/${folder}`, files, ignores, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
};

const systemClock = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'No system clock here: now is handed in (design, section 7).' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No system clock here: now is handed in (design, section 7).' },
];
const localTime = [
  { selector: "CallExpression[callee.property.name=/^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset)$/]", message: 'Local time depends on the process time zone: use domain/time.ts.' },
  { selector: "CallExpression[callee.property.name=/^toLocale.*String$/]", message: 'Depends on the process locale and time zone: use domain/time.ts.' },
  { selector: "MemberExpression[object.name='Intl']", message: 'No Intl in decisions (design, section 7).' },
];
const environment = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'The environment is read in config/settings.ts only.' },
];
// Rules of one name do not add up in a flat config: each group names all of its own.
const syntax = (name, files, list, ignores = []) => ({ name: `syntax/${name}`, files, ignores, rules: { 'no-restricted-syntax': ['error', ...list] } });

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', 'web/', 'tests/replay/histories/', '.cache/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'typescript',
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Numbers and ids in messages are meant.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `return refuse()` of a void function reads well in a switch.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true }],
      // It does not see that a closure or an await in between may have changed a variable, and calls the needed check needless.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      // Mongoose's schema definitions are literals by design; spreading a string gives its code points, as meant.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    name: 'tests',
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  imports({ folder: 'domain', packages: ['zod'] }),
  imports({ folder: 'speech', folders: ['domain'], packages: ['zod'] }),
  imports({ folder: 'intake', folders: ['domain'], packages: ['zod', 'node:[a-z/]+', 'yauzl', 'mailparser'] }),
  imports({ folder: 'documents', folders: ['domain'], packages: ['docx'] }),
  imports({ folder: 'workflows', ignores: ['workflows/client.ts', 'workflows/payload-codec.ts'], folders: ['domain'], typeOnly: ['activities'], packages: ['@temporalio/(?:workflow|common)'] }),
  imports({ folder: 'workflows', files: ['workflows/client.ts', 'workflows/payload-codec.ts'], folders: ['domain'], packages: ['@temporalio/(?:client|common|proto)', 'node:[a-z/]+'] }),
  imports({ folder: 'stores', folders: ['domain'], packages: ['mongoose', 'mongodb', 'zod', 'node:[a-z/]+'] }),
  imports({ folder: 'activities', folders: ['domain', 'documents', 'stores'], more: ['workflows/(?:client|ids)$', 'config/(?:settings|links)$'], packages: ['@temporalio/(?:activity|common|client)', 'mongoose', 'nodemailer', 'pino', 'prom-client', 'zod', 'node:[a-z/]+'] }),
  imports({ folder: 'api', folders: ['domain', 'documents', 'speech', 'intake', 'stores', 'config'], typeOnly: ['workflows'], more: ['workflows/(?:client|ids)$', 'activities/mail/templates/(?:html|words)$'], packages: ['express', 'fflate', 'express-static-gzip', 'helmet', 'openapi-fetch', 'openid-client', '@fastify/busboy', 'pino', 'prom-client', 'rate-limiter-flexible', 'unpdf', 'zod', '@temporalio/common', 'node:[a-z_/]+'] }),
  imports({ folder: 'config', folders: ['domain'], packages: ['zod', 'node:[a-z/]+'] }),

  syntax('everywhere', ['**/*.ts'], environment, ['config/settings.ts', 'scripts/**', 'tests/**', 'bench/**', 'domain/**', 'speech/**', 'workflows/**', 'activities/**']),
  syntax('pure', ['domain/**/*.ts', 'speech/**/*.ts'], [...environment, ...systemClock, ...localTime]),
  // In the sandbox Date.now() is the task's time; the local zone leaks all the same.
  syntax('workflows', ['workflows/**/*.ts'], [...environment, ...localTime]),
  syntax('activities', ['activities/**/*.ts'], [...environment, ...systemClock, ...localTime]),

  { name: 'scripts', files: ['**/*.js', '**/*.mjs'], rules: { eqeqeq: ['error', 'always'] } },
);

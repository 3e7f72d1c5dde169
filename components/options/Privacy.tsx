import { t } from '../../lib/library/text.ts';
import { Part, Sheet } from './Part.tsx';

const notices = ['there', 'card', 'ignored', 'weak', 'saved'] as const;

/** Permissions that there are words for; any other is named as the browser does. */
const explained = ['storage', 'unlimitedStorage', 'sidePanel', 'contextMenus', 'menus'];

/** In plain words: what is kept and where, what leaves the browser, what a page notices, and what each permission is for. */
export function Privacy({ permissions }: { permissions: readonly string[] }) {
  return (
    <>
      <Part title={t('options.privacy.kept')}>
        <p className="text-pretty">{t('options.privacy.keptWhat')}</p>
        <p className="text-pretty">{t('options.privacy.keptWhere')}</p>
      </Part>
      <Part title={t('options.privacy.network')}>
        <p className="text-pretty">{t('options.privacy.networkWhat')}</p>
      </Part>
      <Part title={t('options.privacy.pages')}>
        <p className="text-pretty">{t('options.privacy.pagesFirst')}</p>
        <p>{t('options.privacy.pagesTells')}</p>
        <ul className="flex list-disc flex-col gap-1 ps-5 marker:text-edge">
          {notices.map((notice) => (
            <li key={notice} className="text-pretty">
              {t(`options.privacy.notices.${notice}`)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('options.privacy.private')}>
        <p className="text-pretty">{t('options.privacy.privateWhat')}</p>
      </Part>
      <Part title={t('options.privacy.permissions')} about={t('options.privacy.permissionsAbout')}>
        <Sheet>
          <dl className="flex flex-col divide-y divide-line">
            {['pages', ...permissions].map((permission) => (
              <div key={permission} className="px-4 py-3">
                <dt className="font-medium">{nameOf(permission)}</dt>
                <dd className="text-soft text-pretty">{reasonFor(permission)}</dd>
              </div>
            ))}
          </dl>
        </Sheet>
      </Part>
    </>
  );
}

const isExplained = (permission: string): boolean => permission === 'pages' || explained.includes(permission);

const nameOf = (permission: string): string =>
  isExplained(permission) ? t(`options.privacy.permission.${permission}`) : permission;

const reasonFor = (permission: string): string =>
  t(`options.privacy.permission.${isExplained(permission) ? permission : 'other'}Why`);

/**
 * Installs the packages of package-lock.json, unless node_modules holds exactly these already, so
 * that a repeated build is quick.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const portal = join(import.meta.dirname, '..');
const mark = join(portal, 'node_modules', '.installed');
const wanted = createHash('sha256')
  .update(process.version)
  .update(readFileSync(join(portal, 'package-lock.json')))
  .digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: portal,
    stdio: 'inherit',
  });
  if (status === 0) {
    writeFileSync(mark, wanted); // npm ci removed the old one with all of node_modules
  }
  process.exitCode = status ?? 1;
}

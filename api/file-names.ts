/** Names of files as people's machines send them. */

/** Windows keeps these names for devices, whatever extension follows. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** What a file browser would run rather than show; such an ending before the last one hides what a file is. */
const HIDDEN_ENDING = /\.(?=(?:exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|vbe|wsf|hta|lnk|ps1|jar|html?|svg|php|sh)\.)/gi;

/**
 * A name as a browser sent it, made harmless: no path, no control or direction-turning character, no device's name, no hidden
 * ending, at most 200 characters with its own ending kept.
 */
export const cleanFileName = (sent: string): string => {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '_').replace(HIDDEN_ENDING, '_').replace(/^[.\s]+|[.\s]+$/g, '').replace(DEVICE, '_$1');
  if (plain === '') return '未命名文件';
  const ending = /\.[^.]{1,10}$/u.exec(plain)?.[0] ?? '';
  return plain.length <= 200 ? plain : `${plain.slice(0, 200 - ending.length).replace(/[\ud800-\udbff]$/, '')}${ending}`;
};

/** RFC 6266 with RFC 8187: an ASCII name for old clients, the real one beside it. */
export const disposition = (how: 'attachment' | 'inline', name: string): string => {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

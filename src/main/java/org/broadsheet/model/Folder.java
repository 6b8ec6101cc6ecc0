package org.broadsheet.model;

/**
 * One account's folder.
 *
 * @param slug its name in addresses: lower-case letters, digits and hyphens, unique within the account
 */
public record Folder(FolderId id, FolderPath path, String slug) {}

package org.broadsheet.model;

/** A folder with how many entries in it and in the folders inside it are unread. */
public record FolderSummary(Folder folder, int feeds, long unread) {}

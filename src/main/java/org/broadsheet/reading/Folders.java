package org.broadsheet.reading;

import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Scope;
import org.broadsheet.store.FolderTable;

/** What a scope means in folders: the one it names and those inside it. */
final class Folders {
    private Folders() {}

    static List<FolderId> within(FolderTable folders, AccountId account, Scope scope) {
        if (!(scope instanceof Scope.InFolder named)) {
            return List.of();
        }
        List<Folder> all = folders.all(account);
        return all.stream()
                .filter(folder -> folder.id().equals(named.folder()))
                .findFirst()
                .map(outer -> within(all, outer))
                .orElse(List.of());
    }

    static List<FolderId> within(List<Folder> all, Folder outer) {
        return all.stream()
                .filter(folder -> folder.path().isWithin(outer.path()))
                .map(Folder::id)
                .toList();
    }
}

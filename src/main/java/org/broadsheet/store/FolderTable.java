package org.broadsheet.store;

import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.FolderPath;
import org.jdbi.v3.core.Handle;

/** Each account's folders, of any depth. */
public final class FolderTable {
    private final Database database;

    public FolderTable(Database database) {
        this.database = database;
    }

    /** All folders of an account in their order, outer before inner. */
    public List<Folder> all(AccountId account) {
        return database.jdbi().withHandle(handle -> all(handle, account));
    }

    private static List<Folder> all(Handle handle, AccountId account) {
        return handle.createQuery("select id, path, slug from folder where account_id = :account order by position, id")
                .bind("account", account.value())
                .map((rows, context) -> new Folder(
                        new FolderId(rows.getLong("id")),
                        FolderPath.parse(rows.getString("path")),
                        rows.getString("slug")))
                .list();
    }

    /** The folder of a path, made with the folders around it where they are missing. */
    static Folder ensure(Handle handle, AccountId account, FolderPath path) {
        List<Folder> folders = all(handle, account);
        Optional<Folder> there =
                folders.stream().filter(folder -> folder.path().equals(path)).findFirst();
        return there.orElseGet(() -> insert(handle, account, path));
    }

    private static Folder insert(Handle handle, AccountId account, FolderPath path) {
        List<String> outer = path.names().subList(0, path.names().size() - 1);
        Long parent = outer.isEmpty()
                ? null
                : ensure(handle, account, new FolderPath(outer)).id().value();
        // Looked for after the folders around it are made, for one of them can have taken it.
        String slug = Slugs.free(
                Slugs.of(String.join("-", path.names()), "folder"),
                all(handle, account).stream().map(Folder::slug).toList());
        long id = handle.createUpdate("""
                        insert into folder (account_id, parent_id, name, path, slug, position)
                        values (:account, :parent, :name, :path, :slug,
                                (select coalesce(max(position), 0) + 1 from folder where account_id = :account))""")
                .bind("account", account.value())
                .bind("parent", parent)
                .bind("name", path.name())
                .bind("path", path.toString())
                .bind("slug", slug)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new Folder(new FolderId(id), path, slug);
    }
}

package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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
                .map((rows, context) -> folder(rows))
                .list();
    }

    /** The folder of a path, made with the folders around it where they are missing. */
    static Folder ensure(Handle handle, AccountId account, FolderPath path) {
        return find(handle, account, path).orElseGet(() -> insert(handle, account, path));
    }

    private static Optional<Folder> find(Handle handle, AccountId account, FolderPath path) {
        return handle.createQuery("select id, path, slug from folder where account_id = :account and path = :path")
                .bind("account", account.value())
                .bind("path", path.toString())
                .map((rows, context) -> folder(rows))
                .findOne();
    }

    private static boolean isTaken(Handle handle, AccountId account, String slug) {
        return handle.createQuery("select count(*) from folder where account_id = :account and slug = :slug")
                        .bind("account", account.value())
                        .bind("slug", slug)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static Folder insert(Handle handle, AccountId account, FolderPath path) {
        List<String> outer = path.names().subList(0, path.names().size() - 1);
        Long parent = outer.isEmpty()
                ? null
                : ensure(handle, account, new FolderPath(outer)).id().value();
        // Looked for after the folders around it are made, for one of them can have taken it.
        String slug = Slugs.free(
                Slugs.of(String.join("-", path.names()), "folder"), taken -> isTaken(handle, account, taken));
        long id = handle.createUpdate("""
                        insert into folder (account_id, parent_id, name, path, slug, position)
                        values (:account, :parent, :name, :path, :slug,
                                coalesce((select f.position from folder f where f.account_id = :account
                                           order by f.account_id desc, f.position desc fetch first 1 rows only), 0) + 1)""")
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

    private static Folder folder(ResultSet rows) throws SQLException {
        return new Folder(
                new FolderId(rows.getLong("id")), FolderPath.parse(rows.getString("path")), rows.getString("slug"));
    }
}

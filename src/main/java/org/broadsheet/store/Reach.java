package org.broadsheet.store;

import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Scope;

/**
 * A scope as queries need it.
 *
 * @param folders the folder of the scope and those inside it; empty for other scopes
 */
public record Reach(AccountId account, Scope scope, List<FolderId> folders) {}

package org.broadsheet.model;

/**
 * One thing that was compared in the store.
 *
 * @param claim what must be true
 * @param problems how many rows contradict it; 0 when it holds
 */
public record Finding(String claim, long problems) {
    public boolean holds() {
        return problems == 0;
    }
}

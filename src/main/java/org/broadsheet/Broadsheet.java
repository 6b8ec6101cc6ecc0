package org.broadsheet;

/** Starts the program. */
public final class Broadsheet {
    private Broadsheet() {}

    public static void main(String[] args) {
        System.out.println("x");
    }
}
